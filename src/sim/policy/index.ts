/**
 * The checks that a receiver may make, in the order in which they are asked. The only list: a check
 * is a folder beside this file and one line here.
 */
import type { Check } from './check.ts'
import { greylisting } from './greylisting/check.ts'
import { recipient } from './recipient/check.ts'

export const CHECKS: readonly Check[] = [greylisting, recipient]
