import { RegisterController } from './register.controller.js';
import { RegisterPage } from './register-page.js';
import { SelectionController, SelectionForms } from './selection.controller.js';
import { SelectionPage } from './selection-page.js';
import { StoryActsController, StoryForms } from './story-acts.controller.js';
import { StoryController } from './story.controller.js';
import { StoryPage } from './story-page.js';

export const materials = {
  controllers: [
    RegisterController,
    SelectionController,
    SelectionForms,
    StoryController,
    StoryActsController,
    StoryForms,
  ],
  providers: [RegisterPage, SelectionPage, StoryPage],
};
