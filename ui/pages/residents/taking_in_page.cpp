// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/taking_in_page.h"

#include "core/record/row_text.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/residents/on_file_already.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kSomebody = 1; // stands for the person who is about to get an id

QString tableOf(const RecordType &type) { return QString::fromLatin1(type.table); }

} // namespace

TakingInPage::TakingInPage(const IntakeQuestions &asked, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_asked(asked)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 16, 20, 20);
    auto *layout = columnsOrRows(14);
    whole->addLayout(layout);
    RecordEditor::Setup setup{.type = recordType<Person>(),
        .title = {},
        .start = emptyRow(recordType<Person>()),
        .place = {.kind = tableOf(recordType<Person>()), .part = asked.part},
        .hidden = asked.hidden,
        .save = [this](const Row &row) { return takeIn(row); },
        .saveText = tr("Take in"),
        .extra = buildParts(),
        .readExtra = [parts = m_parts] { return typedIn(parts); }, // also asked when this is gone already
        .writeExtra = [this](const QJsonObject &typed) { bringBack(typed); },
        .showExtra = [this](const Violations &violations) { return showAlong(violations); },
        .doubt = [this](const Row &row) { return m_onFile->likelyDouble(row); },
        .draftOutlivesCancel = true};
    m_editor = new RecordEditor(setup, services);
    for (const Part &part : std::as_const(m_parts))
        connect(part.form, &RecordForm::edited, m_editor, &RecordEditor::markEdited);
    auto *card = new Card(asked.title, asked.soft);
    card->body()->addWidget(m_editor);
    layout->addWidget(ownScroll(card), 3);
    m_onFile = new OnFileAlready(m_editor->form(), services, OnFileAlready::Offer::Open);
    connect(m_onFile, &OnFileAlready::chosen, this, [this](Id<Person> person) { m_navigator.openResident(person); });
    auto *right = new QVBoxLayout;
    right->addWidget(m_onFile);
    right->addStretch();
    layout->addLayout(right, 1);
    connect(m_editor, &RecordEditor::saved, this, [this] {
        m_onFile->noteLooked();
        m_navigator.say(saidOf(m_taken));
        m_navigator.openResident(m_taken);
    });
    connect(m_editor, &RecordEditor::cancelled, this, [this] {
        if (m_editor->isTouched())
            m_navigator.say(tr("Not saved, and kept: it waits on Today"));
        m_navigator.back();
    });
    connect(m_editor, &RecordEditor::discarded, this, [this] {
        m_navigator.say(tr("What was typed is gone"));
        m_navigator.back();
    });
    m_editor->form()->focusFirst();
    if (m_editor->isTouched()) // what was typed earlier may be somebody on file, too
        m_onFile->look();
}

QWidget *TakingInPage::buildParts()
{
    auto *all = new QWidget;
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    for (const TakenAlong &along : m_asked.along) {
        if (!m_services.records.mayAdd(*along.type))
            continue;
        auto *form = new RecordForm(*along.type, m_services, along.hidden);
        form->load(along.start);
        if (along.mayBeLeft)
            form->mayBeLeft(along.start);
        if (!along.title.isEmpty()) {
            layout->addWidget(label(along.title, "cardTitle", true));
            form->setContext(along.title);
        }
        layout->addWidget(form);
        m_parts.append({along, form});
    }
    return all;
}

RecordForm *TakingInPage::form(const RecordType &type) const
{
    for (const Part &part : m_parts)
        if (part.along.type == &type)
            return part.form;
    return nullptr;
}

QString TakingInPage::saidOf(Id<Person>) const { return tr("Saved"); }

bool TakingInPage::isLeft(const Part &part) const { return part.along.mayBeLeft && !part.form->holdsMoreThan(part.along.start); }

QJsonObject TakingInPage::typedIn(const QList<Part> &parts)
{
    QJsonObject typed;
    for (const Part &part : parts)
        typed.insert(tableOf(*part.along.type), toJson(part.form->row()));
    return typed;
}

void TakingInPage::bringBack(const QJsonObject &typed)
{
    for (const Part &part : std::as_const(m_parts)) {
        const QString table = tableOf(*part.along.type);
        if (typed.value(table).isObject())
            part.form->load(fromJson(*part.along.type, typed.value(table).toObject()));
        else if (part.along.type == &recordType<Stay>() && !typed.isEmpty()) // as an earlier version of the program kept it
            part.form->load(fromJson(*part.along.type, typed));
    }
}

Violations TakingInPage::check(const Row &person, const QList<Row> &along) const
{
    Violations violations = m_services.records.check(person);
    for (Row row : along) {
        row.set(u"person_id"_s, kSomebody);
        for (Violation violation : m_services.records.check(row)) {
            violation.column.prepend(tableOf(*row.type) + u'.');
            violations.append(violation);
        }
    }
    return violations;
}

Done TakingInPage::takeIn(const Row &row)
{
    QList<Row> along;
    for (const Part &part : std::as_const(m_parts))
        if (!isLeft(part))
            along.append(part.form->row());
    if (along.isEmpty()) // whoever may not keep a stay takes nobody in
        return Error{m_services.records.session().refusal(), tableOf(recordType<Stay>()), {}};
    const Violations missing = m_asked.complete ? m_asked.complete(along.first()) : Violations();
    const auto person = recordType<Person>().fromRow(row);
    const auto stay = recordType<Stay>().fromRow(along.first());
    if (!person || !stay || !missing.isEmpty()) // a date that can't be read: said beside its field
        return invalid(check(row, along) + missing);
    const auto taken = m_services.people.takeIn(*person, *stay, along.mid(1));
    if (!taken)
        return taken.error();
    m_taken = taken->id;
    return {};
}

Violations TakingInPage::showAlong(const Violations &violations)
{
    Violations rest = violations;
    for (auto part = m_parts.crbegin(); part != m_parts.crend(); ++part) { // the first one that is wrong gets the keys
        const QString prefix = tableOf(*part->along.type) + u'.';
        Violations mine;
        rest.removeIf([&](Violation violation) {
            if (!violation.column.startsWith(prefix))
                return false;
            violation.column.remove(0, prefix.size());
            mine.append(violation);
            return true;
        });
        rest += part->form->showViolations(mine); // what stands beside no field is told under the form
    }
    return rest;
}

} // namespace keywork
