// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/missing/missing_card.h"

#include "core/services/records/records.h"
#include "ui/forms/field_editor.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/missing/missing_sheet_part.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QStringList kFoundColumns{u"found_how"_s, u"found_where"_s, u"found_by_id"_s, u"found_by_other"_s, u"welfare"_s, u"welfare_note"_s};

/// The fields of the kind that are not asked in one of its two forms.
QStringList notAsked(bool found)
{
    QStringList hidden;
    for (const Field &field : recordType<MissingEpisode>().fields)
        if (const QString column = QString::fromLatin1(field.column); kFoundColumns.contains(column) != found)
            hidden.append(column);
    return hidden;
}

} // namespace

MissingCard::MissingCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Card({}, {}, parent)
    , m_person(person)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(u"missing"_s);
    m_head = new QVBoxLayout;
    m_head->setSpacing(6);
    body()->addLayout(m_head);
    m_form = new QVBoxLayout;
    body()->addLayout(m_form);
}

void MissingCard::addButton(QLayout *line, const QString &text, const char *name, const char *look, void (MissingCard::*pressed)())
{
    auto *one = button(text, look);
    one->setObjectName(QString::fromLatin1(name));
    connect(one, &QPushButton::clicked, this, pressed, Qt::QueuedConnection);
    line->addWidget(one);
}

void MissingCard::reload()
{
    const auto now = m_services.missing.of(m_person);
    m_now = now ? *now : MissingNow();
    setVisible(bool(now));
    if (m_editor || m_sheet)
        return;
    keepingFocus(this, [this] {
        emptyLayout(m_head);
        m_now.isOpen ? buildOpen() : buildClosed();
    });
}

void MissingCard::buildClosed()
{
    auto *line = wrappingLine(8);
    line->addWidget(label(tr("Not found in the house, and nobody knows where they are?"), "", true));
    addButton(line, tr("They are missing…"), "beginMissing", "", &MissingCard::begin);
    m_head->addLayout(line);
}

void MissingCard::buildOpen()
{
    const Clock &clock = m_services.records.clock();
    const QDateTime since = clock.local(m_now.since);
    m_head->addWidget(
        label(tr("Missing since %1 %2").arg(words::weekday(since.date(), clock.today()), words::time(since)), "cardTitle", true));
    m_head->addWidget(
        label(m_now.policeTold ? tr("The police were told.") : tr("Nothing says yet that the police were told."), "soft", true));
    if (m_now.incident)
        m_head->addWidget(
            label(tr("Incident %1; it stands on Today until they are found.").arg(m_now.incident->value.number), "soft", true));
    auto *line = wrappingLine(8);
    addButton(line, tr("They are found…"), "foundAgain", "primary", &MissingCard::openFound);
    addButton(line, tr("What is told of them…"), "describeMissing", "", &MissingCard::openDescription);
    addButton(line, tr("Sheet for the police…"), "missingSheet", "", &MissingCard::openSheet);
    addButton(line, tr("The incident"), "missingIncident", "link", &MissingCard::openIncident);
    m_head->addLayout(line);
}

void MissingCard::begin()
{
    const auto begun = m_services.missing.open(m_person);
    if (!begun)
        return m_navigator.refuse(begun.error());
    reload();
    openDescription();
    m_navigator.say(tr("Saved. An incident “missing” is open until they are found."));
}

void MissingCard::openIncident()
{
    if (m_now.incident)
        m_navigator.openRecord({QString::fromLatin1(recordType<Incident>().table), m_now.incident->id.value});
}

void MissingCard::openSheet()
{
    if (m_editor || m_sheet)
        return;
    if (!m_now.episode)
        return m_navigator.refuse(tr("Say first what is told of them."));
    m_sheet = new MissingSheetPart(m_person, m_services, m_navigator);
    m_form->addWidget(m_sheet);
    connect(m_sheet, &MissingSheetPart::closed, this, &MissingCard::closeForm, Qt::QueuedConnection);
    if (QWidget *first = firstOf(m_sheet))
        giveKeys(first);
    bringIntoView(m_sheet);
}

void MissingCard::openDescription()
{
    if (m_editor || m_sheet || !m_now.isOpen || !m_now.incident)
        return;
    MissingEpisode start;
    start.incidentId = m_now.incident->id;
    start.personId = m_person;
    if (const auto person = m_services.records.one(m_person))
        start.telephone = person->value.telephone;
    const auto kept = m_now.episode ? std::optional(untyped(*m_now.episode)) : std::nullopt;
    Row row = kept ? kept->row : toRow(start);
    if (row.text(u"telephone"_s).isEmpty())
        row.set(u"telephone"_s, start.telephone.isEmpty() ? emptyText() : start.telephone);
    place(new RecordEditor(
        {.type = recordType<MissingEpisode>(),
            .title = tr("What is told of them, so that they are found"),
            .start = row,
            .place = {.kind = u"missing_episode"_s, .record = kept ? kept->id : 0, .person = m_person.value, .part = u"described"_s},
            .hidden = notAsked(false),
            .save = [this, kept](const Row &typed) -> Done {
                KeptRow edited = kept.value_or(KeptRow());
                edited.row = typed;
                const auto saved = kept ? m_services.records.amend(edited) : m_services.records.add(typed);
                return saved ? Done() : Done(saved.error());
            }},
        m_services));
}

Done MissingCard::keepFound(const Row &row)
{
    const auto typed = recordType<MissingEpisode>().fromRow(row);
    if (!typed || !typed->foundHow)
        return invalid({{u"found_how"_s, Rule::Required, {}}});
    const QVariant at = m_backAt->value();
    const QDateTime moment = fromStoredText(at.toString());
    if (!moment.isValid())
        return invalid({{u"back_at"_s, Rule::Required, {}}});
    return m_services.missing.found(m_person,
        {moment, *typed->foundHow, typed->foundWhere, typed->foundById, typed->foundByOther, typed->welfare.value_or(WelfareAsked::NotYet),
            typed->welfareNote});
}

void MissingCard::openFound()
{
    if (m_editor || m_sheet || !m_now.isOpen)
        return;
    MissingEpisode start = m_now.episode ? m_now.episode->value : MissingEpisode();
    start.foundHow = FoundHow::CameBack;
    start.foundById = m_services.records.session().staff();
    const Field *back = recordType<Incident>().fieldNamed(u"back_at"_s);
    m_backAt = new FieldEditor(*back, m_services);
    m_backAt->setValue(toStoredText(m_services.records.clock().now()));
    auto *editor
        = new RecordEditor({.type = recordType<MissingEpisode>(),
                               .title = tr("Found again"),
                               .start = toRow(start),
                               .place = {.kind = u"missing_episode"_s,
                                   .record = m_now.episode ? m_now.episode->id.value : 0,
                                   .person = m_person.value,
                                   .part = u"found"_s},
                               .hidden = notAsked(true),
                               .save = [this](const Row &row) { return keepFound(row); },
                               .saveText = tr("Found: close the search"),
                               .extra = m_backAt,
                               .extraAt = RecordEditor::ExtraAt::Top,
                               .readExtra =
                                   [this] {
                                       return QJsonObject{{u"back_at"_s, m_backAt->value().toString()}};
                                   },
                               .writeExtra = [this](const QJsonObject &kept) { m_backAt->setValue(kept.value(u"back_at"_s).toString()); },
                               .showExtra =
                                   [this](const Violations &violations) {
                                       Violations others;
                                       m_backAt->showProblem({});
                                       for (const Violation &one : violations)
                                           one.column == u"back_at" ? m_backAt->showProblem(words::violation(one)) : others.append(one);
                                       return others;
                                   }},
            m_services);
    connect(m_backAt, &FieldEditor::edited, editor, &RecordEditor::markEdited);
    place(editor);
}

void MissingCard::place(RecordEditor *editor)
{
    m_editor = editor;
    m_form->addWidget(editor);
    connect(editor, &RecordEditor::saved, this, &MissingCard::closeForm, Qt::QueuedConnection);
    connect(editor, &RecordEditor::cancelled, this, &MissingCard::closeForm, Qt::QueuedConnection);
    if (QWidget *first = firstOf(editor))
        giveKeys(first);
    bringIntoView(editor);
}

void MissingCard::closeForm()
{
    for (QWidget *one : {static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_sheet)})
        if (one) {
            one->hide();
            one->deleteLater();
        }
    m_editor = nullptr;
    m_sheet = nullptr;
    m_backAt = nullptr;
    reload();
    if (QWidget *first = firstOf(this))
        giveKeys(first);
}

} // namespace keywork
