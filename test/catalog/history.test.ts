import { describe, expect, it } from 'vitest';
import { catalogueChanges } from '../../src/catalog/catalogue-changes.ts';
import { presentRecord } from '../../src/catalog/catalogue-record.ts';
import { changeReasons } from '../../src/catalog/history/reasons.ts';
import { catalogueHistory } from '../../src/catalog/history.generated.ts';
import type { CatalogueRecord } from '../../src/model/catalogue-record.ts';
import { attackVersion, version } from '../../src/version.ts';

/** What the catalogue knew at each release is kept, so that `bartizan rules changes` can tell what changed, and why. */
const present = presentRecord({ version, attack: attackVersion });
const record = (threats: CatalogueRecord['entries']['threats']): CatalogueRecord => ({
  ...present,
  entries: { threats, moves: {}, controls: {}, services: {} },
});

describe('the history of the catalogue', () => {
  it('has a record of this version; if not, npm run keep-catalogue writes it', () => {
    expect(catalogueHistory.map((one) => one.version)).toContain(version);
  });

  it('gives a reason for each rule that is gone or rated otherwise since the last record', () => {
    const last = catalogueHistory.at(-1);
    const changes = last === undefined ? [] : catalogueChanges(last, present, changeReasons);
    const unexplained = changes.filter(
      ({ kind, change, fields, why }) =>
        kind === 'threats' &&
        why === undefined &&
        (change === 'removed' || fields.some((field) => /^(likelihood|impact) /.test(field))),
    );
    expect(unexplained.map(({ id }) => `${id}: add the reason to src/catalog/history/reasons.ts`)).toEqual([]);
  });

  it('gives reasons only for what changed', () => {
    const last = catalogueHistory.at(-1);
    const changed = last === undefined ? [] : catalogueChanges(last, present).map(({ id }) => id);
    expect(Object.keys(changeReasons).filter((id) => !changed.includes(id))).toEqual([]);
  });
});

describe('changes between two catalogues', () => {
  const rule = {
    title: 'A rule',
    likelihood: '3',
    techniques: 'T1530',
    controls: 'a, b',
    statement: '0123456789abcdef',
  };

  it('are none between equal ones', () => {
    expect(catalogueChanges(present, present)).toEqual([]);
  });

  it('tell what came and went, with the reason where there is one', () => {
    expect(
      catalogueChanges(record({ old: rule }), record({ new: rule }), { old: 'a better one stands for it' }),
    ).toEqual([
      { kind: 'threats', id: 'new', title: 'A rule', change: 'added', fields: [] },
      { kind: 'threats', id: 'old', title: 'A rule', change: 'removed', fields: [], why: 'a better one stands for it' },
    ]);
  });

  it.each([
    [{ likelihood: '4' }, ['likelihood 3 → 4']],
    [{ techniques: 'T1530, T1619' }, ['techniques: T1619 added']],
    [{ controls: 'b' }, ['controls: a removed']],
    [{ techniques: '' }, ['techniques T1530 → none']],
    [{ statement: 'fedcba9876543210' }, ['statement reworded']],
    [{ title: 'Another' }, ['title A rule → Another']],
  ])('tell of %j field by field', (change, fields) => {
    const [found] = catalogueChanges(record({ one: rule }), record({ one: { ...rule, ...change } }));
    expect(found).toMatchObject({ id: 'one', change: 'changed', fields });
  });
});
