import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../src/ui/theme/index.ts'
import { CHECKS } from '../../../src/sim/policy/index.ts'
import { seconds } from '../../../src/sim/units.ts'
import { Inspector } from '../../../src/ui/inspector/Inspector.tsx'
import { select, setLevel, undoAct } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { axeProblems, computed, openLab } from '../../helpers/open-lab.ts'

const fold = (name: string): HTMLDetailsElement =>
  [...document.querySelectorAll('details')].find(
    (one) => one.querySelector('summary span')?.textContent === name,
  )!
const orderNow = (): unknown =>
  labStore.getState().interventions.findLast(({ act }) => act.kind === 'set')?.act

beforeEach(async () => {
  await openLab('try-again-later', seconds(60))
  select({ kind: 'host', id: 'mx' })
  await render(<Inspector />)
  await page.getByRole('tab', { name: 'Options' }).click()
})

describe('options of one subject', () => {
  it('are folded, but where something is not as usual', async () => {
    expect(fold('Greylisting').open).toBe(true)
    expect(fold('Greylisting')).toHaveTextContent(/\d changed/)
    expect(fold('Outage').open).toBe(false)
    await page.getByText('Outage', { exact: true }).click()
    await expect.element(page.getByLabelText('For how long it is down')).toBeVisible()
    setLevel('everyday')
    await expect.element(page.getByText('Strangers have to come back')).toBeVisible()
    expect(await axeProblems()).toEqual([])
  })
})

describe('the order of the checks', () => {
  beforeEach(() => page.getByText('Order of the checks', { exact: true }).click())
  const titles = (): string[] =>
    [...document.querySelectorAll('ol li > span')].map((one) => one.textContent)

  it('is a list in which each can be moved by keyboard, and the focus goes with it', async () => {
    const [first, second] = CHECKS
    expect(titles()).toHaveLength(CHECKS.length)
    const later = page.getByRole('button', { name: `Later: ${first!.title}` })
    later.element().focus()
    await userEvent.keyboard('{Enter}')
    await computed()
    expect(orderNow()).toEqual({ kind: 'set', path: 'mx.order', value: second!.id })
    expect(titles()[0]).toContain(second!.title)
    await expect.element(later).toHaveFocus()
    await expect.element(page.getByText(/is number 2 of/)).toBeInTheDocument()
    undoAct()
    await computed()
    await expect.poll(() => titles()[0]).toContain(first!.title)
    expect(await axeProblems()).toEqual([])
  })

  it('ends at its ends', async () => {
    const earlier = page.getByRole('button', { name: `Earlier: ${CHECKS[0]!.title}` })
    expect(earlier.element().getAttribute('aria-disabled')).toBe('true')
    await earlier.click({ force: true })
    expect(orderNow()).toBeUndefined()
  })

  it('says which are never asked', () => {
    const off = titles().filter((text) => text.endsWith(' (off)'))
    expect(off).toHaveLength(document.querySelectorAll('ol li[data-off]').length)
    expect(titles()).toContain('Greylisting')
    expect(off).not.toContain('Greylisting (off)')
    expect(off).toContain('SPF (off)')
  })
})
