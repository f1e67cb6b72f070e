// The columns of subjects, events and rows in the order in which they are read, as parts of SQL texts: both databases
// name them alike.
#pragma once

// Its stand-in, which the two databases name each in its way, comes after these.
#define YIDAN_SUBJECT_COLUMNS "subject.pool, subject.number, subject.kind"
#define YIDAN_EVENT_COLUMNS                                                                               \
  "event.seq, event.kind, event.key, event.ref, event.actor, event.content, event.answer, event.policy, " \
  "event.engine, event.recorded"
#define YIDAN_PACKED_COLUMNS "event.entries, event.documents, event.texts"
#define YIDAN_ROW_COLUMNS "item.kind, item.id, item.provider, item.day, item.care, item.state, item.due, item.data"
