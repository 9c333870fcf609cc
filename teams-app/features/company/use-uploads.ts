import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestDocument, listDocuments, uploadDocument } from '../../../service/modules/documents/documents.contract';
import { api } from '../../shared/api';
import { useErrorText } from '../../shared/error-text';
import { invalidate } from '../../shared/queries';

interface Upload {
  id: string;
  name: string;
}
interface Fault {
  id: string;
  text: string;
}

/** Files on their way, each by itself: one that fails says so and does not touch the others. */
export function useUploads(companyId: string) {
  const { t } = useTranslation('documents');
  const client = useQueryClient();
  const errorText = useErrorText();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [faults, setFaults] = useState<Fault[]>([]);
  const fail = (text: string) => setFaults((before) => [...before, { id: crypto.randomUUID(), text }]);

  const send = async (file: File, categoryId: string) => {
    if (file.size > largestDocument) return fail(t('tooLarge', { name: file.name }));
    const id = crypto.randomUUID();
    setUploads((before) => [...before, { id, name: file.name }]);
    try {
      await api.upload(uploadDocument, { companyId, fileName: file.name, categoryId: categoryId || undefined }, file);
    } catch (error) {
      fail(t('failed', { name: file.name, reason: errorText(error) }));
    } finally {
      setUploads((before) => before.filter((one) => one.id !== id));
      await invalidate(client, [listDocuments]);
    }
  };
  return {
    uploads,
    faults,
    /** One after the other: a slow line carries one file better than five. */
    add: (files: File[], categoryId: string) =>
      void files.reduce((before, file) => before.then(() => send(file, categoryId)), Promise.resolve()),
    dismiss: (id: string) => setFaults((before) => before.filter((fault) => fault.id !== id)),
  };
}
