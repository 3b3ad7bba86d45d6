/** Files that were looked at and not taken yet. */
export { ShelvedUpload } from './shelved-upload.entity.js';
export { type ShelvedFile, UploadShelf } from './upload-shelf.js';
export { UploadsModule } from './uploads.module.js';
