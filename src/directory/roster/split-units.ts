export interface ResponsibleUnit {
  name: string;
  /** True for 牵头; several units may lead together. */
  leads: boolean;
}

const label = /^(?:责任单位|牵头单位|配合单位|责任部门|牵头部门|配合部门)[:：]/;
const leadLabel = /^牵头/;
const leadRole = /(?:负责牵头|共同牵头|牵头负责|牵头)$/;
const sharedRole =
  /(?:(?:按照?|根据)?(?:各自)?(?:职责)?(?:分工)?(?:分别|共同|具体)?负责|配合|参与|参加|协同推进|落实)$/;
/** Not after 委员: in 市教育委员会同市财政局 the 会 belongs to the name. */
const between = /、|以及|(?<!委员)会同/;

/**
 * The units named in a responsibility bracket, in their order, as written, with the role taken off first:
 * （A、B牵头，C、D按职责分工负责）, （责任单位：A、B）, A、B 等负责. Spaces and line breaks are dropped, since texts
 * copied from PDF break inside names.
 */
export function splitUnits(text: string): ResponsibleUnit[] {
  const bare = text.replace(/\s+/g, '').replace(/^[（(]|[)）]?。?$/g, '');
  const units: ResponsibleUnit[] = [];
  // From the right: in “A，B牵头，C配合” a part without a role shares the role of the part after it.
  let leads = false;
  for (const part of bare.split(/[，,；;。]/).reverse()) {
    const names = part.replace(label, '').replace(/^由/, '');
    if (leadRole.test(names) || leadLabel.test(part)) leads = true;
    else if (label.test(part) || sharedRole.test(names)) leads = false;
    units.unshift(
      ...namesOf(names.replace(leadRole, '').replace(sharedRole, '')).map((name) => ({ name, leads })),
    );
  }
  return units;
}

function namesOf(list: string): string[] {
  return list
    .replace(/等(?:有关)?(?:单位|部门)?$/, '')
    .split(between)
    .filter((name) => name !== '');
}
