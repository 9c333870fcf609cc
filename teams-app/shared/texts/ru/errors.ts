/** Refusals come from the service already in the reader's words; these are for when no answer came. */
export const errors = {
  network: 'Нет связи с сервером. Ничего не потеряно: попробуйте ещё раз.',
  unknown: 'Что-то пошло не так. Попробуйте ещё раз; если не поможет, скажите администратору.',
};
