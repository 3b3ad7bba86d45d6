import assert from 'node:assert';

/**
 * Templates see plain data only: no entity, no Date, no function, nothing inherited. An entity in a template
 * would reach the database through a lazy relation and would need the prototype access that Handlebars bars.
 * `undefined` is refused because it marks a forgotten field; what is absent is null.
 * @throws AssertionError that names the path of the first offending value.
 */
export function assertPlainData(value: unknown, path = 'view'): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    assert(Number.isFinite(value), `${path} is not a finite number`);
    return;
  }
  assert(typeof value === 'object', `${path} is ${typeof value}, not plain data`);
  if (Array.isArray(value)) {
    value.forEach((item, index) => assertPlainData(item, `${path}[${index}]`));
    return;
  }
  assert(hasPlainPrototype(value), `${path} is an instance of a class, not plain data`);
  for (const [key, member] of Object.entries(value)) assertPlainData(member, `${path}.${key}`);
}

/** Objects of another realm (Jest runs tests in one) have another Object.prototype: look one level up. */
function hasPlainPrototype(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
