import type { ArmObject } from './arm-object';

/** What was read, by id in lower case. */
export class Objects {
  private readonly byId = new Map<string, ArmObject>();
  private readonly unread: readonly { readonly key: string; readonly why: string }[];

  constructor(objects: readonly ArmObject[], unread: readonly { readonly id: string; readonly why: string }[]) {
    for (const object of objects) this.byId.set(object.id.toLowerCase(), object);
    this.unread = unread.map(({ id, why }) => ({ key: id.toLowerCase(), why }));
  }

  at(id: string): ArmObject | undefined {
    return this.byId.get(id.toLowerCase());
  }

  /** Why something could not be read. */
  whyNot(id: string): string {
    return this.unread.find(({ key }) => key === id.toLowerCase())?.why ?? 'it was not read';
  }
}
