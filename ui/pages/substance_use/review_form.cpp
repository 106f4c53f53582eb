// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/substance_use/review_form.h"

#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "ui/forms/parts_at_opening.h"
#include "ui/pages/substance_use/use_rows.h"
#include "ui/text/words.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The substance on offer that is called so, by its own name or by what people say; 0 where none is, or which is not sure.
qint64 substanceCalled(const QString &typed, const Services &services)
{
    const auto found = services.substances.matching(typed);
    QList<qint64> called;
    for (const Kept<Substance> &one : found ? *found : QList<Kept<Substance>>()) {
        const QStringList names = QStringList{one.value.name} + one.value.streetNames.split(u',', Qt::SkipEmptyParts);
        for (const QString &name : names)
            if (name.trimmed().compare(typed, Qt::CaseInsensitive) == 0 && !called.contains(one.id.value))
                called.append(one.id.value);
    }
    return called.size() == 1 ? called.first() : 0;
}

} // namespace

ReviewForm::ReviewForm(
    Id<Person> person, const std::optional<ReviewOnFile> &known, const Services &services, const QVariantMap &fresh, QWidget *parent)
    : QWidget(parent)
    , m_person(person)
    , m_known(known)
    , m_services(services)
    , m_atOpening(std::make_shared<PartsAtOpening>())
    , m_fresh(fresh)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const Start start = startOf();
    m_rows = new UseRows(start.before, m_services);
    m_rows->load(start.parts);
    m_atOpening->note(start.parts);
    RecordEditor::Setup setup{.type = recordType<SubstanceReview>(),
        .title = title(start),
        .start = start.head,
        .place = {u"substance_review"_s, known ? known->head.id.value : 0, person.value},
        .save = [this](const Row &row) { return save(row); },
        .saveText = tr("Save review"),
        .extra = m_rows,
        .extraAt = RecordEditor::ExtraAt::Top,
        .readExtra =
            [rows = m_rows, atOpening = m_atOpening] { // also asked when this is gone already
                QJsonObject draft = rows->toDraft();
                draft.insert(u"atOpening"_s, atOpening->toJson());
                return draft;
            },
        .writeExtra =
            [rows = m_rows, atOpening = m_atOpening](const QJsonObject &kept) {
                rows->fromDraft(kept);
                atOpening->fromJson(kept.value(u"atOpening"_s));
            }};
    setup.showExtra = [rows = m_rows](const Violations &violations) { return rows->showViolations(violations); };
    if (known)
        setup.stored = [this]() -> std::optional<Row> {
            const auto now = m_services.records.one(m_known->head.id);
            return now ? std::optional(toRow(now->value)) : std::nullopt;
        };
    m_editor = new RecordEditor(setup, m_services);
    m_rows->setEnabled(
        known ? m_services.records.mayChange(recordType<SubstanceReview>()) : m_services.records.mayAdd(recordType<SubstanceReview>()));
    layout->addWidget(m_editor);
    connect(m_rows, &UseRows::edited, m_editor, &RecordEditor::markEdited);
    connect(
        m_editor->form(), &RecordForm::edited, this, [this] { m_rows->setAsOn(dayFromStored(m_editor->form()->row().text(u"as_on"_s))); });
    m_rows->setAsOn(dayFromStored(m_editor->form()->row().text(u"as_on"_s)));
    connect(m_editor, &RecordEditor::saved, this, &ReviewForm::saved);
    connect(m_editor, &RecordEditor::cancelled, this, &ReviewForm::cancelled);
}

ReviewForm::Start ReviewForm::startOf() const
{
    Start start;
    if (m_known) {
        start.head = toRow(m_known->head.value);
        for (const Kept<SubstanceUse> &use : m_known->uses)
            start.parts.append(untyped(use));
        const auto before = m_services.substanceReviews.before(m_person, m_known->head.value.asOn, m_known->head.id);
        if (before && *before)
            start.before = (*before)->asRule();
        return start;
    }
    const auto begun = m_services.substanceReviews.begin(m_person);
    SubstanceReview blank;
    blank.personId = m_person;
    start.head = toRow(begun ? begun->head : blank);
    for (auto value = m_fresh.cbegin(); value != m_fresh.cend(); ++value)
        start.head.set(value.key(), value.value());
    if (!begun) {
        addNamed(start.parts);
        return start;
    }
    start.before = begun->before;
    for (const SubstanceUse &use : begun->uses) {
        KeptRow part;
        part.row = toRow(use);
        start.parts.append(part);
    }
    addNamed(start.parts);
    return start;
}

void ReviewForm::addNamed(QList<KeptRow> &parts) const
{
    for (const QString &line : m_fresh.value(u"notes"_s).toString().split(u'\n', Qt::SkipEmptyParts)) {
        const qint64 substance = substanceCalled(line.section(u',', 0, 0).trimmed(), m_services);
        const auto isThere = [substance](const KeptRow &part) { return part.row.value(u"substance_id"_s).toLongLong() == substance; };
        if (substance == 0 || std::any_of(parts.cbegin(), parts.cend(), isThere))
            continue;
        KeptRow part;
        part.row = emptyRow(recordType<SubstanceUse>());
        part.row.set(u"substance_id"_s, substance);
        parts.append(part);
    }
}

QString ReviewForm::title(const Start &start) const
{
    const QDate today = m_services.records.today();
    if (m_known)
        return tr("Review of %1").arg(words::date(m_known->head.value.asOn));
    return start.before ? tr("New review: the last answers are filled in, change only what is different since %1")
                              .arg(words::dayAndMonth(start.before->asOn, today))
                        : tr("First review");
}

Done ReviewForm::save(const Row &row)
{
    Family family;
    if (m_known) {
        auto onFile = m_services.records.one(recordType<SubstanceReview>(), m_known->head.id.value);
        if (!onFile)
            return onFile.error();
        family.head = *onFile;
    }
    family.head.row = row;
    family.parts = m_rows->parts();
    if (m_known) // a substance that a colleague added to the same review meanwhile stays
        family.parts += m_atOpening->addedSince(recordType<SubstanceReview>(), m_known->head.id.value, m_services);
    const auto saved = m_services.substanceReviews.save(family, m_rows->confirmed(), tr("taken out again"));
    return saved ? Done() : Done(saved.error());
}

void ReviewForm::focusFirst() { m_rows->focusFirst(); }

} // namespace keywork
