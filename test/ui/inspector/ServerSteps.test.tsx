import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../src/ui/theme/index.ts'
import { LEVELS } from '../../../src/sim/scenarios/scenario.ts'
import { Inspector } from '../../../src/ui/inspector/Inspector.tsx'
import { select, setLevel } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { axeProblems, computed, openLab } from '../../helpers/open-lab.ts'

const box = (name: string) => page.getByRole('checkbox', { name, exact: true })

it('a pupil makes a mail server of the laptop with three switches, by keyboard', async () => {
  await openLab('the-lid-closes', 0)
  select({ kind: 'host', id: 'laptop' })
  await render(<Inspector />)
  await expect.element(page.getByText('Three steps are missing', { exact: false })).toBeVisible()
  const names = [
    "It tries again by a mail server's rule",
    'It is always on',
    'It keeps its IP address',
  ]
  for (const name of names) {
    ;(box(name).element() as HTMLElement).focus()
    await userEvent.keyboard(' ')
    await computed()
    await expect.element(box(name)).toBeChecked()
  }
  await expect
    .element(page.getByText('this laptop is a mail server', { exact: false }))
    .toBeVisible()
  expect(labStore.getState().interventions.map(({ act: one }) => one)).toEqual([
    { kind: 'set', path: 'laptop.retry', value: 'postfix' },
    { kind: 'set', path: 'laptop.always-on', value: true },
    { kind: 'set', path: 'laptop.same-address', value: true },
  ])
  for (const level of LEVELS) {
    setLevel(level)
    await expect.element(page.getByText('What it still lacks', { exact: false })).toBeVisible()
  }
  expect(await axeProblems()).toEqual([])
  setLevel('technical')
  await box('It is always on').click()
  await computed()
  await expect.element(page.getByText('One step is missing', { exact: false })).toBeVisible()
})
