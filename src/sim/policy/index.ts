/** The checks that a receiver may make, in the order in which people meet them. */
import { greylisting } from './greylisting/check.ts'
import { recipient } from './recipient/check.ts'

export const CHECKS = [
  { id: 'recipient', title: 'Recipient', evaluate: recipient },
  { id: 'greylisting', title: 'Greylisting', evaluate: greylisting },
] as const
