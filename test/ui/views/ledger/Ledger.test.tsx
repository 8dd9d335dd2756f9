import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { seek } from '../../../../src/ui/state/actions.ts'
import { Ledger } from '../../../../src/ui/views/ledger/Ledger.tsx'
import { AT_END, axeProblems, openLab } from '../../../helpers/open-lab.ts'

it('says that nothing has been spent, and then road beside road what it was', async () => {
  await openLab('two-roads', 0)
  await render(<Ledger />)
  await expect.element(page.getByText(/No traffic yet/)).toBeVisible()
  seek(AT_END)
  const laptop = page.getByRole('row', { name: /^sent/ }).first()
  await expect.element(laptop).toHaveTextContent('385 B')
  const cells = laptop.getByRole('cell').elements()
  expect(cells).toHaveLength(2)
  const lengths = cells.map((one) => one.querySelector('[data-measure]')!.clientWidth)
  // By the relay it says more, since it has to log in, and hands over sooner.
  expect(lengths[0]).toBeGreaterThan(0)
  expect(lengths[1]).toBeGreaterThan(lengths[0]!)
  const needed = page.getByRole('row', { name: /^needed for mail/ }).first()
  await expect.element(needed).toHaveTextContent(/310 ms.*275 ms/)
  expect(await axeProblems()).toEqual([])
})

it('has the whole ledger as a table, and no charges where nobody pays', async () => {
  await openLab('two-roads', AT_END, { level: 'protocol' })
  await render(<Ledger />)
  await page.getByText('As a table').click()
  const table = page.getByRole('table').last()
  await expect.element(table).toHaveTextContent('Queue at most')
  await expect.element(table.getByRole('row', { name: /312 B/ }).first()).toBeVisible()
  expect(page.getByText('in call charges').elements()).toEqual([])
  expect(page.getByText('octets sent').elements().length).toBeGreaterThan(1)
})
