import { mobileSizes } from './icon-sizes';
import { appId, type ManifestSettings } from './manifest-settings';
import { words } from './words';

const schemas = 'http://schemas.microsoft.com/office';

/**
 * The add-in's own manifest, for every Outlook there is: Windows, Mac, the web, telephones, and Exchange on premises.
 * The order of elements is the schema's.
 * @see https://learn.microsoft.com/javascript/api/manifest
 */
export function outlookXml(settings: ManifestSettings): string {
  const { url, version } = settings;
  const page = (name: string) => `${url}/outlook-addin/${name}`;
  const both = (tag: string, key: 'name' | 'outlook', attributes = '') =>
    `<${tag}${attributes} DefaultValue="${xml(words.ru[key])}"><Override Locale="en-US" Value="${xml(words.en[key])}"/></${tag}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="${schemas}/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="${schemas}/officeappbasictypes/1.0" xmlns:mailappor="${schemas}/mailappversionoverrides/1.0" xsi:type="MailApp">
  <Id>${appId(settings, 'outlook')}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${xml(words.ru.name)}</ProviderName>
  <DefaultLocale>ru-RU</DefaultLocale>
  ${both('DisplayName', 'name')}
  ${both('Description', 'outlook')}
  <IconUrl DefaultValue="${page('icons/icon-64.png')}"/>
  <HighResolutionIconUrl DefaultValue="${page('icons/icon-128.png')}"/>
  <SupportUrl DefaultValue="${url}/support"/>
  <AppDomains>
    <AppDomain>${url}</AppDomain>
    <AppDomain>https://login.microsoftonline.com</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Mailbox"/>
  </Hosts>
  <Requirements>
    <Sets>
      <Set Name="Mailbox" MinVersion="1.5"/>
    </Sets>
  </Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="${page('pane.html')}"/>
        <RequestedHeight>350</RequestedHeight>
      </DesktopSettings>
    </Form>
    <Form xsi:type="ItemEdit">
      <DesktopSettings>
        <SourceLocation DefaultValue="${page('pane.html')}"/>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadWriteMailbox</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="ReadOrEdit"/>
    <Rule xsi:type="ItemIs" ItemType="Appointment" FormType="ReadOrEdit"/>
  </Rule>
  <DisableEntityHighlighting>true</DisableEntityHighlighting>
  <VersionOverrides xmlns="${schemas}/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements>
      <bt:Sets DefaultMinVersion="1.5">
        <bt:Set Name="Mailbox"/>
      </bt:Sets>
    </Requirements>
    <Hosts>
      <Host xsi:type="MailHost">
        <DesktopFormFactor>
${surfaces({ pinned: false })}
        </DesktopFormFactor>
      </Host>
    </Hosts>
${resources(settings, false)}
    <VersionOverrides xmlns="${schemas}/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements>
        <bt:Sets DefaultMinVersion="1.5">
          <bt:Set Name="Mailbox"/>
        </bt:Sets>
      </Requirements>
      <Hosts>
        <Host xsi:type="MailHost">
          <Runtimes>
            <Runtime resid="sendPage">
              <Override type="javascript" resid="sendScript"/>
            </Runtime>
          </Runtimes>
          <DesktopFormFactor>
            <SupportsSharedFolders>true</SupportsSharedFolders>
${surfaces({ pinned: true })}
            <ExtensionPoint xsi:type="LaunchEvent">
              <LaunchEvents>
                <LaunchEvent Type="OnMessageSend" FunctionName="onMessageSend" SendMode="SoftBlock"/>
              </LaunchEvents>
              <SourceLocation resid="sendPage"/>
            </ExtensionPoint>
          </DesktopFormFactor>
          <MobileFormFactor>
            <ExtensionPoint xsi:type="MobileMessageReadCommandSurface">
              <Group id="mobileGroup">
                <Label resid="group"/>
                ${mobileButton('mobileButton', 'button')}
              </Group>
            </ExtensionPoint>
            <ExtensionPoint xsi:type="MobileLogEventAppointmentAttendee">
              ${mobileButton('mobileMeetingButton', 'meeting')}
            </ExtensionPoint>
          </MobileFormFactor>
        </Host>
      </Hosts>
${resources(settings, true)}
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
}

const places = {
  MessageRead: { label: 'button', tip: 'tip', pins: true },
  MessageCompose: { label: 'button', tip: 'tip', pins: true },
  AppointmentAttendee: { label: 'meeting', tip: 'meetingTip', pins: false },
  AppointmentOrganizer: { label: 'meeting', tip: 'meetingTip', pins: false },
} as const;

/** A button beside letters and meetings, read or written. The pane stays open from letter to letter where it may. */
function surfaces({ pinned }: { pinned: boolean }): string {
  return Object.entries(places)
    .map(([place, { label, tip, pins }]) => {
      const multiple = pinned && place === 'MessageRead';
      return `            <ExtensionPoint xsi:type="${place}CommandSurface">
              <OfficeTab id="TabDefault">
                <Group id="group${place}">
                  <Label resid="group"/>
                  <Control xsi:type="Button" id="button${place}">
                    <Label resid="${label}"/>
                    <Supertip>
                      <Title resid="${label}"/>
                      <Description resid="${tip}"/>
                    </Supertip>
                    <Icon>
                      <bt:Image size="16" resid="icon16"/>
                      <bt:Image size="32" resid="icon32"/>
                      <bt:Image size="80" resid="icon80"/>
                    </Icon>
                    <Action xsi:type="ShowTaskpane">
                      <SourceLocation resid="pane"/>${
                        pinned && pins
                          ? `
                      <SupportsPinning>true</SupportsPinning>`
                          : ''
                      }${
                        multiple
                          ? `
                      <SupportsNoItemContext>true</SupportsNoItemContext>
                      <SupportsMultiSelect>true</SupportsMultiSelect>`
                          : ''
                      }
                    </Action>
                  </Control>
                </Group>
              </OfficeTab>
            </ExtensionPoint>`;
    })
    .join('\n');
}

function mobileButton(id: string, label: string): string {
  const images = mobileSizes.flatMap((size) =>
    [1, 2, 3].map((scale) => `<bt:Image size="${size}" scale="${scale}" resid="icon${size * scale}"/>`),
  );
  return `<Control xsi:type="MobileButton" id="${id}">
                  <Label resid="${label}"/>
                  <Icon xsi:type="bt:MobileIconList">${images.join('')}</Icon>
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="pane"/></Action>
                </Control>`;
}

function resources({ url }: ManifestSettings, whole: boolean): string {
  const page = (name: string) => `${url}/outlook-addin/${name}`;
  const sizes = whole
    ? [...new Set([16, 32, 80, ...mobileSizes.flatMap((size) => [size, size * 2, size * 3])])]
    : [16, 32, 80];
  const strings = (keys: readonly ('group' | 'button' | 'meeting' | 'tip' | 'meetingTip')[]) =>
    keys
      .map(
        (key) =>
          `<bt:String id="${key}" DefaultValue="${xml(words.ru[key])}"><bt:Override Locale="en-US" Value="${xml(words.en[key])}"/></bt:String>`,
      )
      .join('');
  return `    <Resources>
      <bt:Images>${sizes.map((size) => `<bt:Image id="icon${size}" DefaultValue="${page(`icons/icon-${size}.png`)}"/>`).join('')}</bt:Images>
      <bt:Urls><bt:Url id="pane" DefaultValue="${page('pane.html')}"/>${
        whole
          ? `<bt:Url id="sendPage" DefaultValue="${page('launch-event.html')}"/><bt:Url id="sendScript" DefaultValue="${page('launch-event.js')}"/>`
          : ''
      }</bt:Urls>
      <bt:ShortStrings>${strings(['group', 'button', 'meeting'])}</bt:ShortStrings>
      <bt:LongStrings>${strings(['tip', 'meetingTip'])}</bt:LongStrings>
    </Resources>`;
}

const xml = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
