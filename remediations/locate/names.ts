import { append } from '../../controls/append';
import type { Estate } from './hcl/estate';
import { attributeOf, type ResourceBlock } from './hcl/module';

/** Resource blocks by their argument `name`: by what it evaluates to, and by how it is written. */
export class ArgumentNames {
  private readonly byType = new Map<string, Map<string, ResourceBlock[]>>();

  constructor(private readonly estate: Estate) {}

  blocks(type: string, name: string): readonly ResourceBlock[] {
    let named = this.byType.get(type);
    if (!named) {
      named = this.read(type);
      this.byType.set(type, named);
    }
    return named.get(name.toLowerCase()) ?? [];
  }

  private read(type: string): Map<string, ResourceBlock[]> {
    const named = new Map<string, ResourceBlock[]>();
    for (const module of this.estate.modules.values())
      for (const block of module.resources)
        if (block.type === type) for (const name of this.namesOf(block)) append(named, name.toLowerCase(), block);
    return named;
  }

  private namesOf(block: ResourceBlock): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { attributes } of this.estate.instances.get(block) ?? [])
      if (typeof attributes.name === 'string') names.add(attributes.name);
    const written = attributeOf(block.node, 'name')?.value;
    if (written) {
      const text = block.file.text.slice(written.start, written.end);
      // `"st${random_id.it.hex}"` is reported without the quotes, `var.name` as a template.
      names.add(text.startsWith('"') ? text.slice(1, -1) : `\${${text}}`);
    }
    return names;
  }
}
