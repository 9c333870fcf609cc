import JSZip from 'jszip';
import { drawIcon } from './draw-icon';
import type { ManifestSettings } from './manifest-settings';
import { outlookXml } from './outlook-xml';
import { englishTexts, teamsManifest } from './teams-manifest';
import { unifiedManifest } from './unified-manifest';

/** The same settings give the same bytes, so an administrator sees whether anything has changed. */
const date = new Date(Date.UTC(2026, 0, 1));

/** Everything that is uploaded, by the name of its file. */
export async function makePackages(settings: ManifestSettings): Promise<Record<string, Buffer>> {
  return {
    'ryadom-teams.zip': await zip(teamsManifest(settings), settings),
    'ryadom-outlook.xml': Buffer.from(outlookXml(settings)),
    'ryadom-unified.zip': await zip(unifiedManifest(settings), settings),
  };
}

async function zip(manifest: object, { botId }: ManifestSettings): Promise<Buffer> {
  const archive = new JSZip();
  const files: Record<string, string | Buffer> = {
    'manifest.json': json(manifest),
    'en.json': json(englishTexts(botId !== null)),
    'color.png': drawIcon(192),
    'outline.png': drawIcon(32, 'outline'),
  };
  for (const [name, content] of Object.entries(files)) archive.file(name, content, { date });
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
