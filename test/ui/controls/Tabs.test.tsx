import { useState } from 'react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Tabs } from '../../../src/ui/controls/Tabs.tsx'

const TABS = ['one', 'two', 'three'].map((id) => ({ id, label: id, content: <p>panel {id}</p> }))

function Example() {
  const [selected, select] = useState('one')
  return <Tabs label="Example" tabs={TABS} selected={selected} onSelect={select} />
}

it('tabs are one stop for the Tab key, with arrows between them, all around', async () => {
  await render(<Example />)
  await userEvent.tab()
  await expect.element(page.getByRole('tab', { name: 'one' })).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(page.getByRole('tab', { name: 'three' })).toHaveFocus()
  await expect.element(page.getByText('panel three')).toBeVisible()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(page.getByRole('tabpanel')).toHaveTextContent('panel two')
  await userEvent.tab()
  await expect.element(page.getByRole('tabpanel')).toHaveFocus()
})

it('in a narrow box every tab is in sight', async () => {
  const { container } = await render(
    <div style={{ width: '120px' }}>
      <Example />
    </div>,
  )
  const edge = container.firstElementChild!.getBoundingClientRect().right
  for (const tab of container.querySelectorAll('[role=tab]'))
    expect(tab.getBoundingClientRect().right).toBeLessThanOrEqual(edge)
})
