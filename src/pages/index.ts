/** The pages for the secretariat, the units, the experts and the public. Above all rooms; nothing knows it. */
export { PagesModule } from './pages.module.js';
