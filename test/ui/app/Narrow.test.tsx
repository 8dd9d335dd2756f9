import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Narrow } from '../../../src/ui/app/Narrow.tsx'
import { labStore } from '../../../src/ui/state/store.ts'
import '../../../src/ui/theme/index.ts'
import { openLab } from '../../helpers/open-lab.ts'

const tab = (name: string) => page.getByRole('tab', { name, exact: true })

/** The end comes while somebody is at the acts. */
async function endAtActs(focus: () => HTMLElement): Promise<void> {
  await openLab('the-lid-closes', 0, { level: 'everyday' })
  labStore.setState({ started: true, finished: false })
  await render(<Narrow />)
  await tab('Acts').click()
  await expect.element(page.getByRole('button', { name: 'Take back' })).toBeVisible()
  focus().focus()
  labStore.setState({ finished: true })
}

it('after the run the explanation comes by itself', async () => {
  await endAtActs(() => tab('Acts').element() as HTMLElement)
  await expect.element(tab('Story')).toHaveAttribute('aria-selected', 'true')
})

it('but takes nothing away from somebody who is changing something', async () => {
  const button = page.getByRole('button', { name: 'Take back' })
  await endAtActs(() => button.element() as HTMLElement)
  await new Promise(requestAnimationFrame)
  await expect.element(tab('Acts')).toHaveAttribute('aria-selected', 'true')
  await expect.element(button).toHaveFocus()
})
