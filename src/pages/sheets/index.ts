export {
  choiceFieldsOf,
  choiceOf,
  type DialogueInput,
  dialogueShape,
  dialogueView,
} from './sheet-dialogue.js';
