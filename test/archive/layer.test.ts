import assert from 'node:assert/strict';
import { type Layer, layerOf, stack } from '../../server/src/archive/layer';
import { madeFile } from './made';

const layer = (...uris: string[]): Layer => layerOf(new Map(uris.map(uri => [uri, madeFile({ uri })])));
const sizes = (layers: readonly Layer[]) => layers.map(each => each.files.size);

describe('archive layers', () => {
  it('does not touch a large layer when one file changes again and again', () => {
    const base = layer(...Array.from({ length: 1000 }, (_, i) => `base ${i}`));
    let layers: readonly Layer[] = [base];
    for (let i = 0; i < 100; i++) layers = stack(layers, layer(i % 2 === 0 ? 'open' : 'base 7'));
    assert.equal(layers[0], base);
    assert.deepEqual(sizes(layers), [1000, 2]);
  });

  it('keeps logarithmically many layers', () => {
    let layers: readonly Layer[] = [];
    let most = 0;
    for (let i = 0; i < 2000; i++) {
      layers = stack(layers, layer(String(i)));
      most = Math.max(most, layers.length);
    }
    assert.ok(most <= 8, `${most} layers`);
    assert.equal(
      sizes(layers).reduce((sum, size) => sum + size, 0),
      2000,
    );
  });

  it('forgets files that are gone when nothing lies below', () => {
    const layers = stack([layer('a')], layerOf(new Map([['a', []]])));
    assert.deepEqual(sizes(layers), [0]);
  });
});
