import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils, type AppManifest } from '@microsoft/app-manifest';
import JSZip from 'jszip';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { SaxesParser } from 'saxes';
import { drawIcon } from './draw-icon';
import { iconSizes } from './icon-sizes';
import { appId, manifestSettings, SettingsMissing } from './manifest-settings';
import { recogniseCommand } from '../service/modules/assistant/recognise-command';
import { outlookXml } from './outlook-xml';
import { makePackages } from './packages';
import { words } from './words';

const settings = manifestSettings(
  {
    PUBLIC_URL: 'https://crm.company.ru',
    MICROSOFT_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    BOT_APP_ID: '33333333-3333-4333-8333-333333333333',
  },
  '0.1.0',
);
const ours = /^https:\/\/crm\.company\.ru(\/|$)/;

describe('the Teams packages', () => {
  const unpack = async (name: string) => {
    const archive = await JSZip.loadAsync((await makePackages(settings))[name]!);
    const read = async (file: string) => JSON.parse(await archive.file(file)!.async('string')) as AppManifest;
    return { names: Object.keys(archive.files).sort(), manifest: await read('manifest.json'), archive };
  };

  test.each(['ryadom-teams.zip', 'ryadom-unified.zip'])('%s holds to Microsoft’s schema', async (name) => {
    const { manifest, names } = await unpack(name);
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
    expect(names).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    // What the schema refuses is refused here: the check is no formality.
    expect(
      await AppManifestUtils.validateAgainstSchema({ ...manifest, name: { short: 'x'.repeat(31) } } as AppManifest),
    ).not.toEqual([]);
  });

  test('every address in them is ours and secure', async () => {
    for (const name of ['ryadom-teams.zip', 'ryadom-unified.zip']) {
      const { $schema: _, ...manifest } = (await unpack(name)).manifest as AppManifest & { $schema?: string };
      const addresses = [...JSON.stringify(manifest).matchAll(/"(https?:[^"]+)"/g)].map(([, address]) => address!);
      expect(addresses.length).toBeGreaterThan(5);
      expect(addresses.filter((address) => !ours.test(address))).toEqual([]);
    }
  });

  test('without an app registration the tab stands alone', async () => {
    const { 'ryadom-teams.zip': zip } = await makePackages({ ...settings, clientId: null, botId: null });
    const text = await (await JSZip.loadAsync(zip!)).file('manifest.json')!.async('string');
    for (const part of ['webApplicationInfo', 'bots', 'composeExtensions'])
      expect(JSON.parse(text)).not.toHaveProperty(part);
  });

  test('the bot tells what it understands, briefly, and unfurls our links alone', async () => {
    const { manifest } = await unpack('ryadom-teams.zip');
    const { bots, composeExtensions } = manifest as unknown as {
      bots: {
        botId: string;
        scopes: string[];
        commandLists: { commands: { title: string; description: string }[] }[];
      }[];
      composeExtensions: { messageHandlers: { value: { domains: string[] } }[] }[];
    };
    expect(bots[0]).toMatchObject({ botId: settings.botId, scopes: ['personal'] });
    const { commands } = bots[0]!.commandLists[0]!;
    expect(commands.length).toBeLessThanOrEqual(12);
    for (const language of [words.ru, words.en])
      for (const [title, description] of language.commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
        // What the menu puts into the compose box, the bot understands.
        expect([title, recogniseCommand(title)]).toEqual([title, expect.anything()]);
      }
    expect(words.en.commands.length).toBe(words.ru.commands.length);
    expect(composeExtensions[0]!.messageHandlers[0]!.value.domains).toEqual(['crm.company.ru']);
  });

  test('English readers get every text', async () => {
    const { archive } = await unpack('ryadom-teams.zip');
    const english = JSON.parse(await archive.file('en.json')!.async('string')) as Record<string, string>;
    expect(english).toMatchObject({ 'name.short': 'Ryadom', 'staticTabs[1].name': 'Companies' });
    for (const { name, fullName, short, full } of [words.ru, words.en]) {
      expect(name.length).toBeLessThanOrEqual(30);
      expect(fullName.length).toBeLessThanOrEqual(100);
      expect(short.length).toBeLessThanOrEqual(80);
      expect(full.length).toBeLessThanOrEqual(4000);
    }
  });

  test('the same settings give the same bytes, other addresses another app', async () => {
    expect(await makePackages(settings)).toEqual(await makePackages(settings));
    const other = { ...settings, url: 'https://crm.other.ru' };
    expect(appId(other, 'teams')).not.toBe(appId(settings, 'teams'));
    expect(new Set((['teams', 'outlook', 'unified'] as const).map((app) => appId(settings, app))).size).toBe(3);
  });
});

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

function parse(text: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const path = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    path.at(-1)!.children.push(node);
    path.push(node);
  });
  parser.on('text', (more) => (path.at(-1)!.text += more));
  parser.on('closetag', () => void path.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return top.children[0]!;
}
const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];

describe('the XML manifest', () => {
  const text = outlookXml(settings);
  const root = parse(text);
  const nodes = all(root);
  const named = (name: string) => nodes.filter((node) => node.name === name);

  test('Microsoft’s own reader understands it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ryadom-manifest-'));
    try {
      const path = join(folder, 'outlook.xml');
      writeFileSync(path, text);
      expect(await OfficeAddinManifest.readManifestFile(path)).toMatchObject({
        id: appId(settings, 'outlook'),
        version: '0.1.0.0',
        displayName: 'Рядом',
        defaultLocale: 'ru-RU',
        hosts: ['Mailbox'],
        permissions: 'ReadWriteMailbox',
        officeAppType: 'MailApp',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('its elements stand in the order of the schema', () => {
    const inOrder = (node: Node, order: string[]) => {
      const places = node.children.map(({ name }) => order.indexOf(name));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    };
    inOrder(root, [
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'FormSettings',
      'Permissions',
      'Rule',
      'DisableEntityHighlighting',
      'VersionOverrides',
    ]);
    for (const node of named('VersionOverrides'))
      inOrder(node, ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides']);
    for (const node of named('Host').filter(({ children }) => children.length))
      inOrder(node, ['Runtimes', 'DesktopFormFactor', 'MobileFormFactor']);
    for (const node of named('DesktopFormFactor'))
      inOrder(node, ['SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint']);
    for (const node of named('Action'))
      inOrder(node, ['SourceLocation', 'SupportsPinning', 'SupportsNoItemContext', 'SupportsMultiSelect']);
    for (const node of named('Resources')) inOrder(node, ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
  });

  test('every resource that is asked for is there once, under a name short enough', () => {
    for (const overrides of named('VersionOverrides')) {
      // The inner one has resources of its own.
      const own = (node: Node): Node[] => [
        node,
        ...node.children.filter(({ name }) => name !== 'VersionOverrides').flatMap(own),
      ];
      const within = own(overrides);
      const given = within.flatMap(({ attributes }) =>
        attributes.id && attributes.DefaultValue ? [attributes.id] : [],
      );
      const asked = new Set(within.flatMap(({ attributes }) => attributes.resid ?? []));
      expect(new Set(given).size).toBe(given.length);
      expect([...asked].sort()).toEqual([...given].sort());
      expect(given.filter((id) => id.length > 32)).toEqual([]);
    }
  });

  test('it is pinned beside letters, takes several, covers meetings and telephones, and sends without holding up', () => {
    const surfaces = named('ExtensionPoint').map(({ attributes }) => attributes['xsi:type']);
    expect(new Set(surfaces)).toEqual(
      new Set([
        'MessageReadCommandSurface',
        'MessageComposeCommandSurface',
        'AppointmentAttendeeCommandSurface',
        'AppointmentOrganizerCommandSurface',
        'LaunchEvent',
        'MobileMessageReadCommandSurface',
        'MobileLogEventAppointmentAttendee',
      ]),
    );
    expect(named('SupportsPinning')).toHaveLength(2);
    expect(named('SupportsMultiSelect')).toHaveLength(1);
    expect(named('LaunchEvent')[0]!.attributes).toMatchObject({ FunctionName: 'onMessageSend', SendMode: 'SoftBlock' });
    for (const icon of named('Icon').filter(({ attributes }) => attributes['xsi:type'] === 'bt:MobileIconList'))
      expect(icon.children).toHaveLength(9);
  });

  test('it is secure, small, and speaks both languages', () => {
    const addresses = nodes.flatMap(({ attributes }) =>
      /^http/.test(attributes.DefaultValue ?? '') ? attributes.DefaultValue! : [],
    );
    expect(addresses.filter((address) => !ours.test(address))).toEqual([]);
    for (const size of addresses.flatMap((address) => /icon-(\d+)\.png/.exec(address)?.[1] ?? []))
      expect(iconSizes).toContain(Number(size));
    expect(Buffer.byteLength(text)).toBeLessThan(256 * 1024);
    for (const node of [...named('bt:String'), ...named('DisplayName'), ...named('Description')])
      if (node.attributes.DefaultValue)
        expect(node.children.map(({ attributes }) => attributes.Locale)).toEqual(['en-US']);
    for (const node of named('bt:ShortStrings').flatMap(({ children }) => children))
      expect(node.attributes.DefaultValue!.length).toBeLessThanOrEqual(125);
  });
});

describe('the settings', () => {
  test('without an address the name of the setting is told', () => {
    expect(() =>
      manifestSettings({ PUBLIC_URL: undefined, MICROSOFT_CLIENT_ID: undefined, BOT_APP_ID: undefined }, '0.1.0'),
    ).toThrow(SettingsMissing);
  });
});

describe('the icons', () => {
  const pixels = (icon: Buffer) => {
    const size = icon.readUInt32BE(16);
    const rows = inflateSync(icon.subarray(41, icon.length - 16));
    const at = (x: number, y: number) => [...rows.subarray(y * (size * 4 + 1) + 1 + x * 4).subarray(0, 4)];
    return { size, at };
  };

  test.each(iconSizes)('of %i pixels is as large as it says, in our colour', (size) => {
    const icon = pixels(drawIcon(size));
    expect(icon.size).toBe(size);
    expect(icon.at(Math.floor(size / 2), 1)).toEqual([0x5b, 0x5f, 0xc7, 255]);
    expect(icon.at(0, 0)[3]).toBeLessThan(128);
  });

  test('of the rail is white on nothing', () => {
    const { at, size } = pixels(drawIcon(32, 'outline'));
    const drawn = Array.from({ length: size ** 2 }, (_, index) => at(index % size, Math.floor(index / size)));
    expect(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(drawn.some(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(drawn.filter(([, , , alpha]) => alpha === 0).length).toBeGreaterThan(drawn.length / 2);
  });
});
