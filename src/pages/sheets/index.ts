export { choiceFieldsOf, type DialogueInput, dialogueShape, dialogueView } from './sheet-dialogue.js';
