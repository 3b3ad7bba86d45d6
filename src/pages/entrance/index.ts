import { AccountController } from './account.controller.js';
import { FoundingController } from './founding.controller.js';
import { HomeController } from './home.controller.js';
import { MailLinkController } from './mail-link.controller.js';
import { SignInController } from './sign-in.controller.js';

export const entrance = {
  controllers: [AccountController, FoundingController, HomeController, MailLinkController, SignInController],
  providers: [],
};
