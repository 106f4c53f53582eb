// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/stages_page.h"

#include "core/base/text.h"
#include "core/services/care/stages.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
const QString kCorrecting = QStringLiteral("correct"); // the part of the draft's place
} // namespace

StagesPage::StagesPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *layout = columnsOrRows(14);
    whole->addLayout(layout);
    m_entries = new Card(tr("Every change, newest first"), tr("none is final, both ways count"));
    auto *add = button(tr("Record a change"), "primary");
    add->setObjectName(u"recordChange"_s);
    add->setEnabled(services.records.session().may(Act::Write, Category::SubstanceUse));
    connect(add, &QPushButton::clicked, this, &StagesPage::openNew);
    m_entries->addToTitle(add);
    layout->addWidget(ownScroll(m_entries), 1);
    m_form = new Card;
    m_form->hide();
    m_formPlace = ownScroll(m_form);
    m_formPlace->hide();
    layout->addWidget(m_formPlace, 1);
}

void StagesPage::addEntry(const StageMove &move)
{
    const StageEntry &entry = move.entry.value;
    auto *row = new QHBoxLayout;
    auto *day = label(words::date(entry.fromOn), "soft");
    day->setFixedWidth(Theme::scaled(90));
    row->addWidget(day, 0, Qt::AlignTop);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    sentences->addWidget(label(words::labelFor(entry.stage), "strong", true));
    QStringList soft{words::labelFor(entry.housing), words::labelFor(entry.agreement)};
    if (move.direction == Direction::Forward)
        soft.prepend(tr("moved forward"));
    if (move.direction == Direction::Back)
        soft.prepend(tr("needed more support"));
    soft.append(move.days > 0                            ? words::duration(entry.fromOn, entry.fromOn.addDays(move.days))
            : entry.fromOn == m_services.records.today() ? tr("today")
                                                         : tr("less than a day"));
    sentences->addWidget(label(soft.join(u" · "_s), "soft", true));
    sentences->addWidget(label(entry.evidence, "", true));
    if (!entry.theirView.isEmpty())
        sentences->addWidget(label(u'“' + entry.theirView + u'”', "", true));
    if (entry.correctsId) {
        QString was;
        if (const auto wrong = m_services.records.one(entry.correctsId))
            was = tr("It said: %1, from %2.").arg(words::labelFor(wrong->value.stage), words::date(wrong->value.fromOn)) + u' ';
        sentences->addWidget(label(was + tr("Corrected: %1").arg(entry.correctionReason), "soft", true));
    }
    row->addLayout(sentences, 1);
    auto *correct = button(tr("Correct…"), "link");
    correct->setAccessibleName(tr("Correct the entry of %1").arg(words::date(entry.fromOn)));
    correct->setEnabled(m_services.records.session().may(Act::Write, Category::SubstanceUse));
    connect(correct, &QPushButton::clicked, this, [this, kept = move.entry] { openCorrection(kept); });
    row->addWidget(correct, 0, Qt::AlignTop);
    m_entries->body()->addLayout(row);
    m_entries->body()->addWidget(rule());
}

void StagesPage::reload()
{
    m_entries->clear();
    const auto entries = m_services.stages.entries(m_person);
    if (!entries)
        return;
    QList<StageMove> moves = stageMoves(*entries, m_services.records.today());
    std::reverse(moves.begin(), moves.end());
    for (const StageMove &move : std::as_const(moves))
        addEntry(move);
    if (moves.isEmpty())
        m_entries->body()->addWidget(label(tr("No stage recorded yet. “Record a change” adds the first."), "soft", true));
    m_entries->body()->addStretch();
}

void StagesPage::showRecord(const RecordRef &record)
{
    // An entry stands in the list; it is corrected only on purpose.
    if (record.id == 0 && m_services.records.session().may(Act::Write, Category::SubstanceUse))
        openNew();
}

void StagesPage::showForm(const RecordRef &record, const QString &part)
{
    const auto wrong = part == kCorrecting ? m_services.records.one(Id<StageEntry>{record.id}) : Result<Kept<StageEntry>>(Error{});
    wrong ? openCorrection(*wrong) : showRecord(record);
}

void StagesPage::open(RecordEditor *editor)
{
    m_form->clear();
    m_editor = editor;
    m_form->body()->addWidget(editor);
    m_form->show();
    m_formPlace->show();
    connect(editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        closeEditor();
    });
    connect(editor, &RecordEditor::cancelled, this, &StagesPage::closeEditor);
    giveKeys(editor->form()->editor(u"stage"_s)->input());
}

void StagesPage::closeEditor()
{
    m_form->clear();
    m_editor = nullptr;
    m_formPlace->hide();
    giveKeysTo(this, {u"recordChange"_s});
}

void StagesPage::openNew()
{
    if (m_editor)
        m_editor->keepDraftNow();
    Row start = emptyRow(recordType<StageEntry>());
    start.set(u"person_id"_s, m_person.value);
    start.set(u"from_on"_s, m_services.records.today().toString(Qt::ISODate));
    start.set(u"assessed_by"_s, m_services.records.session().staff().value);
    start.set(u"agreement"_s, QString::fromLatin1(codeOf(Agreement::NotAsked)));
    start.set(u"housing"_s, QString::fromLatin1(codeOf(HousingPosition::SupportedHousing)));
    Stages &stages = m_services.stages;
    Records &records = m_services.records;
    open(new RecordEditor({.type = recordType<StageEntry>(),
                              .title = tr("Record a change"),
                              .start = start,
                              .place = {u"stage_entry"_s, 0, m_person.value},
                              .save = [&stages, &records](const Row &row) -> Done {
                                  const auto entry = recordType<StageEntry>().fromRow(row);
                                  if (!entry)
                                      return invalid(records.check(row));
                                  auto kept = stages.record(*entry);
                                  return kept ? Done() : Done(kept.error());
                              }},
        m_services));
}

void StagesPage::openCorrection(const Kept<StageEntry> &wrong)
{
    if (m_editor)
        m_editor->keepDraftNow();
    Row start = toRow(wrong.value);
    start.set(u"corrects_id"_s, QVariant());
    start.set(u"correction_reason"_s, emptyText());
    auto *reason = new QLineEdit;
    reason->setObjectName(u"correctionReason"_s);
    auto *extra = new QWidget;
    auto *layout = new QVBoxLayout(extra);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = label(tr("Why is it corrected *"), "fieldLabel");
    title->setBuddy(reason);
    layout->addWidget(title);
    layout->addWidget(reason);
    Stages &stages = m_services.stages;
    Records &records = m_services.records;
    auto *editor
        = new RecordEditor({.type = recordType<StageEntry>(),
                               .title = tr("Correct the entry of %1; both stay readable").arg(words::date(wrong.value.fromOn)),
                               .start = start,
                               .place = {u"stage_entry"_s, wrong.id.value, m_person.value, kCorrecting},
                               .save = [&stages, &records, wrong, reason](const Row &row) -> Done {
                                   const auto entry = recordType<StageEntry>().fromRow(row);
                                   if (!entry)
                                       return invalid(records.check(row));
                                   auto kept = stages.correct(wrong, *entry, reason->text());
                                   return kept ? Done() : Done(kept.error());
                               },
                               .extra = extra,
                               .readExtra =
                                   [reason] {
                                       return QJsonObject{{u"reason"_s, reason->text()}};
                                   },
                               .writeExtra = [reason](const QJsonObject &kept) { reason->setText(kept.value(u"reason"_s).toString()); }},
            m_services);
    connect(reason, &QLineEdit::textEdited, editor, &RecordEditor::markEdited);
    open(editor);
}

} // namespace keywork
