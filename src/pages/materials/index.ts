import { RegisterController, RequestForms } from './register.controller.js';
import { RegisterPage } from './register-page.js';
import { SelectionController, SelectionForms } from './selection.controller.js';
import { SelectionPage } from './selection-page.js';
import { StoryForms } from './story-acts.controller.js';
import { StoryController } from './story.controller.js';
import { StoryPage } from './story-page.js';

export const materials = {
  controllers: [
    RegisterController,
    RequestForms,
    SelectionController,
    SelectionForms,
    StoryController,
    StoryForms,
  ],
  providers: [RegisterPage, SelectionPage, StoryPage],
};
