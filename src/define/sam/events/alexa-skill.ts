import { entryOf } from '../fields.ts';
import { type FunctionEvent, putPermission } from './event-source.ts';

/** `AlexaSkill`: the skill service may call the function. */
export const alexaSkillEvent: FunctionEvent = (event, target) => {
  const token = entryOf(event.properties, 'SkillId');
  putPermission(event, target, 'alexa-appkit.amazon.com', { EventSourceToken: token });
  return undefined;
};
