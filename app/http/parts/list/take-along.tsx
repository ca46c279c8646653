import { useTranslation } from "react-i18next";
import { formats, type ListName } from "~/domain/export/export";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";

/** The buttons that have the list of this address made into a file, whole and in its order. */
export function TakeAlong({ list, query }: { list: ListName; query: string }) {
  const { t } = useTranslation("list");
  return (
    <Form inline action={href(useLocale(), "exports")}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="query" value={query} />
      {formats.map((format) => (
        <Button key={format} variant="quiet" name="format" value={format}>
          {t(`take.${format}`)}
        </Button>
      ))}
    </Form>
  );
}
