/** What the kernel costs: the same load on it and as one loop without it. */
import { deepStrictEqual } from 'node:assert/strict'
import { figure, type Figure } from '../figure.ts'
import { compare } from '../measure.ts'
import { mailFused } from '../models/mail-fused.ts'
import { mailOnKernel } from '../models/mail-on-kernel.ts'

const MESSAGES = 200_000

export function mailModel(): Figure[] {
  deepStrictEqual(mailOnKernel(MESSAGES), mailFused(MESSAGES))
  const { ours, theirs, ratio } = compare(
    () => mailOnKernel(MESSAGES),
    () => mailFused(MESSAGES),
  )
  return [
    figure('mail-like model on the kernel', MESSAGES / ours, 'messages/s'),
    figure('mail-like model as one loop', MESSAGES / theirs, 'messages/s'),
    figure('mail-like model, kernel to loop', ratio, 'ratio'),
  ]
}
