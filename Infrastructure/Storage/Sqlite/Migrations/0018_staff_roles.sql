-- A member of staff may hold several roles, each for everything, a project or an event. The four rights of before become roles:
-- operators worked at the door and advised; managers organised.
CREATE TABLE staff_roles(
  chat_id TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  invited_by TEXT NULL,
  since INTEGER NOT NULL,
  CONSTRAINT PK_staff_roles PRIMARY KEY(chat_id, role, scope)
);
INSERT INTO staff_roles(chat_id, role, scope, invited_by, since)
  SELECT chat_id, CASE role WHEN 'Manager' THEN 'Organiser' WHEN 'Operator' THEN 'Desk' ELSE role END, '', invited_by, since FROM staff;
INSERT INTO staff_roles(chat_id, role, scope, invited_by, since)
  SELECT chat_id, 'Consultant', '', invited_by, since FROM staff WHERE role = 'Operator';
DROP TABLE staff;
UPDATE codes SET subject = CASE subject WHEN 'Manager' THEN 'Organiser:' WHEN 'Operator' THEN 'Desk:' ELSE subject || ':' END WHERE purpose = 'staff';
