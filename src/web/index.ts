export { createAdapter, furnish } from './door.js';
export { download, mediaTypes } from './download.js';
export { nestLogger } from './nest-logger.js';
export { flagQuery, type Page, pageFrom, pageOf, pageQuery, type PageRequest, wordQuery } from './page.js';
export { ApiController, exampleId, inCompilation, type InputOf, read, Route, write } from './route.js';
export { type Upload } from './upload.js';
export { WebModule } from './web.module.js';
export { instant, instantText } from './instants.js';
export { idSchema } from './route-input.js';
