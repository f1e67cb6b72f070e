import { describe, expect, it } from 'vitest';
import { counts, emptyDraft, lineOf, askingOf } from './draft';
import { cellsOf, classOf, rowsOfText, textOfFile } from './paste';

describe('rows of a spreadsheet', () => {
  it('come by their headings, in any order', () => {
    const { rows, skipped } = rowsOfText(
      '类别\t项目名称\t金额（元）\t先行自付比例\n甲\t手术\t86,000.00\t\n乙类\t药品\t24000\t15%\n',
    );
    expect(skipped).toEqual([]);
    expect(rows.map((each) => [each.class, each.item, each.amount, each.first])).toEqual([
      ['A', '手术', '86000.00', ''],
      ['B', '药品', '24000', '15%'],
    ]);
    expect(rows.every(counts)).toBe(true);
  });

  it('come by position without one, and say what could not be read', () => {
    const { rows, skipped } = rowsOfText('床位费\t乙\t24\t90\t\t0\t50\n小计\t\t\t\t2160\n材料\t丙\t\t\t1830');
    expect(rows.map((each) => [each.item, each.quantity, each.price, each.standard, each.amount])).toEqual([
      ['床位费', '24', '90', '50', ''],
      ['材料', '', '', '', '1830'],
    ]);
    expect(skipped).toEqual([2]);
  });

  it('come by commas, with quotes', () => {
    expect(cellsOf('item,class,amount\n"Room, ""single""",B,"1,200.00"\n')).toEqual([
      ['item', 'class', 'amount'],
      ['Room, "single"', 'B', '1,200.00'],
    ]);
    expect(rowsOfText('item;class;amount\nRoom;B;12\n').rows[0]?.item).toBe('Room');
  });

  it('are read in the coding in which they were written', () => {
    const gbk = new Uint8Array([0xcf, 0xee, 0xc4, 0xbf]); // 项目
    expect(textOfFile(gbk.buffer)).toBe('项目');
    expect(textOfFile(new TextEncoder().encode('项目').buffer)).toBe('项目');
  });

  it('have a class', () => {
    expect(['甲类', 'a', '乙', '自费', '丙类', '?'].map(classOf)).toEqual(['A', 'A', 'B', 'C', 'C', '']);
  });
});

describe('a draft', () => {
  it('sends rows that count, and nothing before there is one', () => {
    const draft = emptyDraft();
    draft.provider.id = 'H1';
    draft.date = '2023/3/2';
    draft.admitted = '20230206';
    expect(askingOf(draft)).toBeNull();
    draft.rows.splice(0, 1, ...rowsOfText('药品\t乙\t\t\t24,000\t15\t').rows);
    expect(askingOf(draft)?.encounter).toMatchObject({
      care: 'inpatient',
      date: '2023-03-02',
      admitted: '2023-02-06',
      provider: { id: 'H1' },
      lines: [{ id: '1', name: '药品', class: 'B', amount: '24000', self_pay_first: '15%' }],
    });
    draft.admitted = '2023-02-30';
    expect(askingOf(draft)).toBeNull();
  });

  it('sends no share of what has none', () => {
    const [row] = rowsOfText('手术\t甲\t\t\t100\t0%').rows;
    expect(row && lineOf(row, 0)).toEqual({ id: '1', name: '手术', class: 'A', amount: '100' });
  });

  it('keeps its key, and another has another', () => {
    const [one, two] = [emptyDraft(), emptyDraft()];
    expect(one.key).toMatch(/^console-[2-9A-Z]{20}$/);
    expect(one.key).not.toBe(two.key);
  });
});
