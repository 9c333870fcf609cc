import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getDeal, listDeals, uploadDealDocument } from '../../../service/modules/deals/deals.contract';
import { largestDocument } from '../../../service/modules/documents/documents.contract';
import { api } from '../../shared/api';
import { invalidate } from '../../shared/queries';
import { useErrorText } from '../../shared/error-text';
import { useNotify } from '../../shared/toasts/notify-context';

/** Files on their way to a deal, one after the other; one that fails says so and does not touch the others. */
export function useDealUploads(dealId: string) {
  const { t } = useTranslation('documents');
  const client = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  const [uploading, setUploading] = useState<string[]>([]);
  const send = async (file: File, place: { categoryId?: string; category?: 'calculation' | 'invoice' }) => {
    if (file.size > largestDocument) return notify.failed(new Error(t('tooLarge', { name: file.name })));
    setUploading((before) => [...before, file.name]);
    try {
      await api.upload(uploadDealDocument, { dealId, fileName: file.name, ...place }, file);
      notify.done(file.name, { detail: t('kept'), changeId: null });
    } catch (error) {
      notify.failed(new Error(t('failed', { name: file.name, reason: errorText(error) })));
    } finally {
      setUploading((before) => before.filter((name) => name !== file.name));
      await invalidate(client, [getDeal, listDeals]);
    }
  };
  return {
    uploading,
    add: (files: File[], place: { categoryId?: string; category?: 'calculation' | 'invoice' }) =>
      void files.reduce((before, file) => before.then(() => send(file, place)), Promise.resolve()),
  };
}
