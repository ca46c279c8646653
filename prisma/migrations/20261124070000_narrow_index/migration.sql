-- What a search reads of every match lies close together; the document and its tokens lie apart, read for few.
ALTER TABLE "search_row" SET (toast_tuple_target = 512);
