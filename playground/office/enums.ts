/** The names that Office.js exports beside its calls, with the values the real ones have. */
export const enums = {
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  CoercionType: { Text: 'text', Html: 'html' },
  EventType: {
    ItemChanged: 'olkItemSelectedChanged',
    SelectedItemsChanged: 'olkSelectedItemsChanged',
    OfficeThemeChanged: 'officeThemeChanged',
    RecipientsChanged: 'olkRecipientsChanged',
    AppointmentTimeChanged: 'olkAppointmentTimeChanged',
    DialogMessageReceived: 'dialogMessageReceived',
    DialogEventReceived: 'dialogEventReceived',
  },
  HostType: { Outlook: 'Outlook' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android' },
  MailboxEnums: {
    ItemType: { Message: 'message', Appointment: 'appointment' },
    AttachmentType: { File: 'file', Item: 'item', Cloud: 'cloud' },
    AttachmentContentFormat: { Base64: 'base64', Eml: 'eml', ICalendar: 'iCalendar', Url: 'url' },
    RecipientType: { Other: 'other', DistributionList: 'distributionList', User: 'user', ExternalUser: 'externalUser' },
    CategoryColor: Object.fromEntries(
      ['None', ...Array.from({ length: 25 }, (_, index) => `Preset${index}`)].map((name) => [name, name]),
    ),
  },
} as const;
