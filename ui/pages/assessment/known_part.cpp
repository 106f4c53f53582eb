// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/known_part.h"

#include "core/base/pence.h"
#include "core/base/text.h"
#include "core/forms/kept_facts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/resident/tabs.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A row of a table as a line of a menu: what stands in the fields of the list.
QString sayFact(const RecordType &type, const QVariantMap &fact)
{
    QStringList said;
    for (const Field &field : type.fields)
        if (const QVariant value = fact.value(QString::fromLatin1(field.column)); field.listed && value.isValid())
            said.append(field.kind == Kind::Money ? Pence{value.toLongLong()}.text() : value.toString());
    return said.join(u", "_s);
}

} // namespace

KnownPart::KnownPart(
    Id<Person> person, const FormSection &section, RecordEditor *editor, const Services &services, const Navigator &navigator)
    : m_person(person)
    , m_editor(editor)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto kept = services.records.one(recordType<Person>(), person.value);
    for (const Question &question : section.questions) {
        if (!editor->form()->editor(question.id))
            continue; // of a category that is not theirs to read
        if (!question.known.isEmpty() && kept)
            addKnown(question, *kept);
        if (!question.keptAs.isEmpty())
            addKept(question);
    }
}

void KnownPart::addKnown(const Question &question, const KeptRow &person)
{
    const Field *field = recordType<Person>().fieldNamed(question.known);
    if (!field || !m_services.records.session().may(Act::Read, recordType<Person>().categoryOf(*field)))
        return;
    m_isNeeded = true;
    QString onFile = person.row.text(question.known);
    // "None known" is an answer, and stands in a field of its own.
    if (const Field *known = recordType<Person>().fieldNamed(question.known + u"_known"_s); known && onFile.isEmpty())
        onFile = words::choice(
            m_services.records.choices(), QString::fromLatin1(known->list), person.row.text(QString::fromLatin1(known->column)));
    const QString name = words::label(field->label);
    auto *line = lineOrFlow(8);
    line->addWidget(label(onFile.isEmpty() ? tr("Not on file yet: %1").arg(name) : tr("On file, %1: %2").arg(name, onFile), "soft", true));
    pushRight(line);
    if (!onFile.isEmpty()) {
        auto *right = button(tr("Still right"));
        right->setObjectName(u"right-"_s + question.id);
        right->setAccessibleName(tr("Still right: %1").arg(name));
        connect(right, &QPushButton::clicked, this, [this, id = question.id, onFile, isLine = question.kind == QuestionKind::Text] {
            FieldEditor *editor = m_editor->form()->editor(id);
            if (!editor->input()->isEnabled())
                return;
            editor->setNotSaid({});
            editor->setValue(isLine ? onOneLine(onFile) : onFile);
            m_editor->markEdited();
            editor->input()->setFocus();
        });
        line->addWidget(right);
    }
    if (m_services.records.mayChange(recordType<Person>())) {
        auto *put = button(tr("Put the answer on file"), "link");
        put->setObjectName(u"record-"_s + question.id);
        put->setAccessibleName(tr("Put the answer on file: %1").arg(name));
        connect(put, &QPushButton::clicked, this, [this, question] { putIntoRecord(question); });
        line->addWidget(put);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

void KnownPart::putIntoRecord(const Question &question)
{
    const QString typed = m_editor->form()->editor(question.id)->value().toString().trimmed();
    auto person = m_services.records.one(recordType<Person>(), m_person.value);
    if (!person)
        return m_navigator.refuse(person.error());
    if (typed.isEmpty())
        return m_navigator.refuse(tr("Nothing is written there yet."));
    person->row.set(question.known, typed);
    NotSaid notSaid = NotSaid::fromJson(person->row.text(u"not_said"_s));
    notSaid.reasons.remove(question.known); // it was said now
    person->row.set(u"not_said"_s, notSaid.toJson());
    const auto kept = m_services.records.amend(*person);
    if (!kept && kept.error().kind == ErrorKind::Invalid && !kept.error().violations.isEmpty())
        return m_navigator.refuse(words::violation(kept.error().violations.first()));
    m_navigator.answer(kept, tr("On file: %1").arg(typed));
}

void KnownPart::addKept(const Question &question)
{
    const RecordType *type = kindKeeping(question);
    if (!type || !type->newOne || !m_services.records.mayAdd(*type))
        return;
    m_isNeeded = true;
    auto *line = lineOrFlow(8);
    line->addWidget(label(tr("“%1”: what is told there has a record of its own.").arg(question.ask), "soft", true));
    pushRight(line);
    auto *open = button(words::label(type->newOne));
    open->setObjectName(u"kept-"_s + question.id);
    open->setAccessibleName(u"%1: %2"_s.arg(words::label(type->newOne), question.ask));
    connect(open, &QPushButton::clicked, this, [this, question, open] { keepInRecord(question, open); });
    line->addWidget(open);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

void KnownPart::keepInRecord(const Question &question, QPushButton *from)
{
    const QList<QVariantMap> facts = keptFacts(question, m_editor->form()->editor(question.id)->value());
    if (facts.size() <= 1)
        return openRecord(question, facts.value(0));
    delete from->findChild<QMenu *>(u"keptRows"_s);
    auto *rows = new QMenu(from);
    rows->setObjectName(u"keptRows"_s);
    for (const QVariantMap &fact : facts)
        rows->addAction(literal(sayFact(*kindKeeping(question), fact)), this, [this, question, fact] { openRecord(question, fact); });
    rows->popup(from->mapToGlobal(QPoint(0, from->height())));
}

void KnownPart::openRecord(const Question &question, const QVariantMap &start)
{
    const RecordType *type = kindKeeping(question);
    const ResidentTab *tab = tabShowing(*type);
    m_editor->keepDraftNow(); // what is half typed waits here
    m_navigator.visit(residentVisit(m_person.value, QString::fromLatin1(tab->id), {QString::fromLatin1(type->table), 0, start}));
}

} // namespace keywork
