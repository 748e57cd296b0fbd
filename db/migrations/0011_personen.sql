-- The workbook that Kreis Unna kept counted cases and the persons belonging to them separately (Konzept 5.2). The number
-- is a fact of the case with a validity, like the others, and anonymous, so that the counting role may add it up.
alter table fall_merkmal drop constraint fall_merkmal_merkmal_check;
alter table fall_merkmal add constraint fall_merkmal_merkmal_check
  check (merkmal in ('geschlecht', 'herkunftsland', 'leistungsbezug', 'lebensbereich', 'personen'));
alter table fall_merkmal add constraint personen_sind_eine_zahl
  check (merkmal <> 'personen' or wert ~ '^[1-9][0-9]?$');
comment on column fall_merkmal.wert is
  'Code aus der Codeliste des Merkmals; bei "personen" die Zahl der Personen, die zum Fall gehören, ihn selbst mitgezählt.';
