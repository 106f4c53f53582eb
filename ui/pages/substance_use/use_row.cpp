// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/substance_use/use_row.h"

#include "core/record/row_text.h"
#include "core/record/validation.h"
#include "core/rules/substance_changes.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kUseTitleWidth = 150;
constexpr int kLastUsedWidth = 138; ///< "12 Nov 2026" beside the button of the calendar

/// A unit is a short word, and a whole day needs more room than its share of the line.
void shareTheLine(const RecordForm &form)
{
    const auto inputOf = [&form](const QString &column) {
        const FieldEditor *editor = form.editor(column);
        return editor ? editor->input() : nullptr;
    };
    if (auto *unit = qobject_cast<QComboBox *>(inputOf(u"unit"_s)))
        unit->setMinimumContentsLength(3);
    if (auto *alone = qobject_cast<QComboBox *>(inputOf(u"alone"_s)))
        alone->setMinimumContentsLength(7);
    if (auto *day = qobject_cast<QLineEdit *>(inputOf(u"last_used"_s))) {
        day->setMinimumWidth(Theme::scaled(kLastUsedWidth));
        day->setPlaceholderText(UseRow::tr("12/9, 2019"));
    }
}

void keepRoom(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}
} // namespace

const QStringList &UseRow::lineColumns()
{
    static const QStringList columns{u"pattern"_s, u"route"_s, u"days"_s, u"amount"_s, u"unit"_s, u"alone"_s, u"last_used"_s};
    return columns;
}

UseRow::UseRow(
    const QString &name, const KeptRow &kept, const std::optional<SubstanceUse> &before, const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_name(name)
    , m_kept(kept)
    , m_before(before)
    , m_services(services)
{
    auto *body = new QVBoxLayout(this);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    body->addWidget(rule());
    auto *line = columnsOrRows(12);
    body->addLayout(line);
    auto *title = new QWidget;
    if (!Theme::isLarge())
        title->setFixedWidth(Theme::scaled(kUseTitleWidth));
    auto *place = new QVBoxLayout(title);
    place->setContentsMargins(0, 0, 0, 0);
    place->setSpacing(3);
    line->addWidget(title, 0);
    m_form = new RecordForm(recordType<SubstanceUse>(), m_services, {u"substance_id"_s});
    m_form->setLine(lineColumns());
    shareTheLine(*m_form);
    m_form->setContext(name);
    m_form->load(kept.row);
    line->addWidget(m_form, 1);
    buildTitle(place);
    connect(m_form, &RecordForm::edited, this, [this] {
        showDifferences();
        Q_EMIT edited();
    });
    showDifferences();
}

void UseRow::buildTitle(QBoxLayout *place)
{
    place->addWidget(label(breakable(m_name), "strong", true));
    m_state = label({}, "soft", true);
    m_state->setObjectName(u"useState"_s);
    place->addWidget(m_state);
    m_same = new QCheckBox(tr("Asked: the same"));
    m_same->setObjectName(u"askedTheSame"_s);
    m_same->setAccessibleName(tr("Asked: the same, %1").arg(m_name));
    connect(m_same, &QCheckBox::toggled, this, [this] {
        showDifferences();
        Q_EMIT edited();
    });
    place->addWidget(m_same);
    if (m_before) { // what is below never moves under the pointer
        keepRoom(m_same);
        keepRoom(m_state);
    }
    auto *buttons = wrappingLine(8);
    m_more = button(tr("More"), "link");
    m_more->setObjectName(u"moreAnswers"_s);
    connect(m_more, &QPushButton::clicked, this, [this] { showRest(!m_form->showsRest()); });
    buttons->addWidget(m_more);
    auto *remove = button(tr("Remove"), "link");
    remove->setObjectName(u"removeUse"_s);
    remove->setAccessibleName(tr("Remove %1 from this review").arg(m_name));
    connect(remove, &QPushButton::clicked, this, &UseRow::removed);
    buttons->addWidget(remove);
    place->addLayout(buttons);
    place->addStretch();
    showRest(false);
    setTabOrder(m_same, m_more);
}

void UseRow::showRest(bool isShown)
{
    m_form->showRest(isShown);
    m_more->setText(isShown ? tr("Less") : tr("More"));
    m_more->setAccessibleName(isShown ? tr("Fewer questions about %1").arg(m_name) : tr("More questions about %1").arg(m_name));
}

qint64 UseRow::substance() const { return m_kept.row.value(u"substance_id"_s).toLongLong(); }

KeptRow UseRow::part() const
{
    KeptRow part = m_kept;
    part.row = m_form->row();
    return part;
}

SubstanceUse UseRow::saidLast() const
{
    SubstanceUse last = m_before.value_or(SubstanceUse());
    last.substanceId = {substance()};
    return last;
}

SubstanceUse UseRow::use() const
{
    Row row = askedPart(m_form->row());
    const Row last = toRow(saidLast());
    for (const QString &column : unreadable())
        row.set(column, last.value(column));
    return recordType<SubstanceUse>().fromRow(row).value_or(saidLast());
}

QStringList UseRow::unreadable() const
{
    const Row row = askedPart(m_form->row());
    QStringList columns;
    if (recordType<SubstanceUse>().fromRow(row))
        return columns;
    for (const FieldEditor *editor : m_form->editors()) {
        Row one = toRow(saidLast());
        one.set(editor->column(), row.value(editor->column()));
        if (!recordType<SubstanceUse>().fromRow(one))
            columns.append(editor->column());
    }
    return columns;
}

bool UseRow::isConfirmed() const { return m_same->isChecked(); }

void UseRow::setConfirmed(bool isConfirmed) { m_same->setChecked(isConfirmed); }

QJsonObject UseRow::toDraft() const
{
    return {{u"id"_s, m_kept.id}, {u"version"_s, m_kept.version}, {u"row"_s, toJson(m_form->row())}, {u"asked"_s, isConfirmed()}};
}

/// A sentence beside a field that is not shown would be beside nothing.
Violations UseRow::showViolations(const Violations &violations)
{
    for (const Violation &violation : violations)
        if (!lineColumns().contains(violation.column) && m_form->editor(violation.column))
            showRest(true);
    return m_form->showViolations(violations);
}

void UseRow::showDifferences()
{
    const QDate today = m_services.records.today();
    const SubstanceUse now = use();
    const QStringList differing = m_before ? differingAnswers(*m_before, now) + unreadable() : QStringList();
    for (FieldEditor *editor : m_form->editors()) {
        const bool differs = differing.contains(editor->column());
        editor->showWas(
            differs ? tr("was %1").arg(words::shortened(words::useAnswer(*m_before, editor->column(), m_services), 60)) : QString(),
            differs);
    }
    const bool isUntouched = m_before && differing.isEmpty();
    const QVariant day = m_kept.row.value(u"same_as"_s);
    const bool wasAsked = m_kept.id > 0 && day.isNull(); // in a review that is on file
    m_same->setVisible(isUntouched && !wasAsked);
    SubstanceUse shown;
    if (isUntouched && !day.isNull())
        shown.sameAs = dayFromStored(day.toString());
    const bool isSame = isUntouched && (wasAsked || m_same->isChecked());
    QString state = !m_before ? tr("new here") : isSame ? tr("asked, the same") : words::sameAs(shown, today);
    if (const auto rank = now.rank)
        state = state.isEmpty() ? words::labelFor(*rank) : words::labelFor(*rank) + u" · "_s + state;
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
}

} // namespace keywork
