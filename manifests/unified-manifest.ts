import { appId, type ManifestSettings } from './manifest-settings';
import { teamsManifest } from './teams-manifest';
import { words } from './words';

const pane = { read: 'openReadPane', write: 'openWritePane' } as const;

/**
 * The tab and the pane as one app (unified manifest): Outlook on the web, new Outlook and classic Outlook of Microsoft
 * 365. Where the same pane is installed by `ryadom-outlook.xml`, that one is hidden.
 */
export function unifiedManifest(settings: ManifestSettings) {
  const { url } = settings;
  const page = (name: string) => `${url}/outlook-addin/${name}`;
  const icon = (size: number) => ({ size, url: page(`icons/icon-${size}.png`) });
  const icons = [icon(16), icon(32), icon(80)];
  const { group, button, tip } = words.ru;
  const ribbon = (context: string, actionId: string) => ({
    contexts: [context],
    tabs: [
      {
        builtInTabId: 'TabDefault',
        groups: [
          {
            id: `${context}Group`,
            label: group,
            icons,
            controls: [
              {
                id: `${context}Button`,
                type: 'button',
                label: button,
                icons,
                supertip: { title: button, description: tip },
                actionId,
              },
            ],
          },
        ],
      },
    ],
  });
  return {
    ...teamsManifest(settings, 'unified'),
    authorization: { permissions: { resourceSpecific: [{ name: 'Mailbox.ReadWrite.User', type: 'Delegated' }] } },
    extensions: [
      {
        requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: '1.5' }] },
        runtimes: [
          {
            id: 'pane',
            type: 'general',
            code: { page: page('pane.html') },
            lifetime: 'short',
            actions: [
              {
                id: pane.read,
                type: 'openPage',
                view: 'pane',
                pinnable: true,
                multiselect: true,
                supportsNoItemContext: true,
              },
              { id: pane.write, type: 'openPage', view: 'pane', pinnable: true },
            ],
          },
          {
            id: 'sending',
            requirements: { capabilities: [{ name: 'Mailbox', minVersion: '1.12' }] },
            type: 'general',
            code: { page: page('launch-event.html'), script: page('launch-event.js') },
            lifetime: 'short',
            actions: [{ id: 'onMessageSend', type: 'executeFunction' }],
          },
        ],
        ribbons: [
          ribbon('mailRead', pane.read),
          ribbon('mailCompose', pane.write),
          ribbon('meetingDetailsAttendee', pane.write),
          ribbon('meetingDetailsOrganizer', pane.write),
        ],
        autoRunEvents: [
          {
            requirements: { capabilities: [{ name: 'Mailbox', minVersion: '1.12' }], scopes: ['mail'] },
            // Sent also when we cannot be reached: a customer's letter is never held up.
            events: [{ type: 'messageSending', actionId: 'onMessageSend', options: { sendMode: 'softBlock' } }],
          },
        ],
        alternates: [
          {
            hide: { customOfficeAddin: { officeAddinId: appId(settings, 'outlook') } },
            alternateIcons: {
              icon: { size: 64, url: page('icons/icon-64.png') },
              highResolutionIcon: { size: 64, url: page('icons/icon-128.png') },
            },
          },
        ],
      },
    ],
  };
}
