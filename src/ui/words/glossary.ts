/** The glossary, in the order in which somebody would read it from beginning to end. */
import type { GlossaryEntry } from './glossary-entry.ts'
import { AUTHENTICATION } from './glossary-authentication.ts'
import { DIALOGUE } from './glossary-dialogue.ts'
import { LABORATORY } from './glossary-lab.ts'
import { TAKING_PART } from './glossary-people.ts'
import { RECEIVING } from './glossary-receiver.ts'
import { SERVICES } from './glossary-services.ts'
import { TRYING } from './glossary-trying.ts'

export type { GlossaryEntry } from './glossary-entry.ts'

export const GLOSSARY: readonly GlossaryEntry[] = [
  ...TAKING_PART,
  ...DIALOGUE,
  ...SERVICES,
  ...TRYING,
  ...RECEIVING,
  ...AUTHENTICATION,
  ...LABORATORY,
]
