export { exampleId, idSchema, instant, instantText } from '../platform/index.js';
export { actRoutes } from './act-routes.js';
export { createAdapter, furnish } from './door.js';
export { download, mediaTypes } from './download.js';
export { nestLogger } from './nest-logger.js';
export { embedded } from './embedded.js';
export { flagQuery, type Page, pageFrom, pageOf, pageQuery, type PageRequest, wordQuery } from './page.js';
export { picture } from './picture.js';
export { ApiController, inCompilation, type InputOf, read, Route, write } from './route.js';
export { type Upload } from './upload.js';
export { WebModule } from './web.module.js';

export { FrameSource, type FrameRequest } from './pages/frame-source.js';
export { form, nothing, OnPage, page, PageController, type PageInput } from './pages/page-route.js';
export { seeOther, seeOtherAs, type SetCookie, show } from './pages/page-answer.js';
export { actForm, actFormOf, formsOf } from './pages/act-form.js';
export { formBody } from './pages/form-body.js';
export { cookieOf } from './pages/cookies.js';
export { Doorkeeper, type LinkScope, type Party, stranger, type Visitor } from './visitor.js';
