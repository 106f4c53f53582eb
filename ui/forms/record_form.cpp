// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_form.h"

#include "core/record/validation.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QEvent>
#include <QGridLayout>
#include <QTimer>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace keywork {

RecordForm::RecordForm(const RecordType &type, const Services &services, const QStringList &hidden, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_services(services)
    , m_grid(new QGridLayout(this))
    , m_loaded(emptyRow(type))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, Theme::isLarge() ? 0 : 1);
    const Session &session = services.records.session();
    // Who may add and not read fills in what they saw; there is nothing to show them.
    const bool onlyAdds = !services.records.mayRead(type) && services.records.mayAdd(type);
    for (const Field &field : type.fields) {
        if (field.kept || field.kind == Kind::Data || field.kind == Kind::Picture || hidden.contains(QLatin1String(field.column)))
            continue;
        const Category category = type.categoryOf(field);
        if (session.may(Act::Read, category) || (onlyAdds && session.may(type.access.add, category))) // else it stays as it is
            addEditor(field);
    }
    arrange();
    showAsked();
}

void RecordForm::addEditor(const Field &field)
{
    QLabel *heading = field.heading ? label(words::label(field.heading), "cardTitle") : nullptr;
    if (heading)
        heading->setParent(this);
    auto *editor = new FieldEditor(field, m_services, this);
    const Session &session = m_services.records.session();
    editor->setEnabled((m_services.records.mayAdd(m_type) || m_services.records.mayChange(m_type))
        && (!field.category || session.may(Act::Write, *field.category)));
    m_editors.append(editor);
    m_lines.append({editor, heading});
    connect(editor, &FieldEditor::edited, this, [this, editor] { noteEdited(editor); });
    connect(editor, &FieldEditor::left, this, [this, editor] { checkOne(editor); });
}

void RecordForm::setOneColumn()
{
    m_oneColumn = true;
    m_grid->setColumnStretch(1, 0);
    arrange();
}

void RecordForm::setLine(const QStringList &first)
{
    m_first = first;
    m_showsRest = false;
    m_grid->setHorizontalSpacing(12);
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setCompact();
    showAsked();
    arrange();
}

void RecordForm::showRest(bool isShown)
{
    m_showsRest = isShown;
    showAsked();
    arrange();
}

void RecordForm::openOnlyWhatIsSaidAfterwards()
{
    const bool maySay = m_services.records.mayComplete(m_type);
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setEnabled(editor->isEnabledTo(this) && maySay && editor->field().saidAfterwards);
}

void RecordForm::focusFirst()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        if (editor->isEnabledTo(this) && !editor->isHidden())
            return editor->input()->setFocus();
}

bool RecordForm::differs(const FieldEditor *editor, const Row &before)
{
    const QVariant now = editor->value();
    const QVariant then = before.value(editor->column());
    const bool isSame = now == then || (isBlank(now) && isBlank(then));
    const auto reasons = NotSaid::fromJson(before.text(u"not_said"_s)).reasons;
    const auto reason = reasons.constFind(editor->column());
    return !isSame || editor->notSaid() != (reason == reasons.constEnd() ? std::nullopt : std::optional(*reason));
}

bool RecordForm::focusTyped(const Row &before)
{
    for (FieldEditor *editor : std::as_const(m_editors)) {
        if (!editor->isEnabledTo(this) || editor->isHidden() || !differs(editor, before))
            continue;
        editor->input()->setFocus(Qt::OtherFocusReason);
        bringIntoView(editor);
        return true;
    }
    return false;
}

bool RecordForm::holdsMoreThan(const Row &start) const
{
    return std::any_of(m_editors.cbegin(), m_editors.cend(), [&start](const FieldEditor *editor) { return differs(editor, start); });
}

void RecordForm::mayBeLeft(const Row &start)
{
    m_mayBeLeftAs = start;
    showRequired();
}

void RecordForm::showRequired()
{
    if (!m_mayBeLeftAs)
        return;
    const bool isBegun = holdsMoreThan(*m_mayBeLeftAs);
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->showRequired(isBegun && editor->field().required);
    if (isBegun)
        return;
    for (FieldEditor *editor : std::as_const(m_editors)) // what was missing is not, now that all of it is blank again
        if (m_shown.value(editor, Rule::Unlikely) == Rule::Required) {
            editor->showProblem({});
            m_shown.remove(editor);
        }
}

void RecordForm::setContext(const QString &context)
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setContext(context);
}

void RecordForm::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item; // the place, not the editor
    for (int i = 0; i < m_grid->rowCount(); ++i)
        m_grid->setRowStretch(i, 0);
    if (!m_first.isEmpty())
        return arrangeLine();
    const int columns = Theme::isLarge() || m_oneColumn ? 1 : 2;
    int cells = 0; // counted along the lines
    const auto newLine = [&] { cells = (cells + columns - 1) / columns * columns; };
    const auto addWide = [&](QWidget *widget) {
        newLine();
        m_grid->addWidget(widget, cells / columns, 0, 1, 2);
        cells += columns;
    };
    QLabel *heading = nullptr;
    for (const Line &line : std::as_const(m_lines)) {
        heading = line.heading ? line.heading : heading;
        if (line.heading)
            line.heading->hide(); // until something of its group is asked
        if (line.editor->isHidden())
            continue;
        if (heading) {
            addWide(heading);
            heading->show();
            heading = nullptr;
        }
        const Field &field = line.editor->field();
        if (field.multiline || (field.kind == Kind::Text && field.list)) {
            addWide(line.editor);
        } else {
            m_grid->addWidget(line.editor, cells / columns, cells % columns, Qt::AlignTop);
            ++cells;
        }
    }
    newLine();
    m_grid->setRowStretch(cells / columns + 1, 1);
}

QSize RecordForm::minimumSizeHint() const
{
    const QSize hint = QWidget::minimumSizeHint();
    return m_first.isEmpty() ? hint : QSize(std::min(hint.width(), lineWidth(Theme::isLarge() ? 1 : 2)), hint.height());
}

bool RecordForm::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    const bool isOfSize = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (isOfSize && !m_first.isEmpty() && fittingColumns() != m_lineColumns)
        arrange();
    return isDone;
}

int RecordForm::lineWidth(int columns) const
{
    QList<int> widths(columns, 0);
    int cell = 0;
    for (const QString &name : m_first)
        if (const FieldEditor *editor = this->editor(name)) {
            widths[cell % columns] = std::max(widths.at(cell % columns), editor->minimumSizeHint().width());
            ++cell;
        }
    return std::accumulate(widths.cbegin(), widths.cend(), (columns - 1) * m_grid->horizontalSpacing());
}

/// All of the first fields beside each other, four where larger text needs the room, fewer where the window is too narrow:
/// nothing is saved that nobody can see.
int RecordForm::fittingColumns() const
{
    if (Theme::isLarge())
        return 1;
    const int all = int(m_first.size());
    for (const int columns : {std::min(all, Theme::percent() > 110 ? 4 : 12), std::min(all, 4), std::min(all, 3)})
        if (lineWidth(columns) <= width())
            return columns;
    return std::min(all, 2);
}

/// As many columns as fit; of the fields that are not of the first each takes two, and long words all.
void RecordForm::arrangeLine()
{
    const bool isLarge = Theme::isLarge();
    const int columns = m_lineColumns = fittingColumns();
    for (int column = 0; column < std::max(columns, m_grid->columnCount()); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    int row = 0;
    int column = 0;
    const auto place = [&](QWidget *widget, int span, Qt::Alignment alignment) {
        if (column > 0 && column + span > columns) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(widget, row, column, 1, span, alignment);
        column += span;
    };
    for (const QString &name : std::as_const(m_first))
        if (FieldEditor *editor = this->editor(name))
            place(editor, 1, {}); // as high as its neighbours, whose marks then end alike
    column = columns; // the others begin a line
    for (FieldEditor *editor : std::as_const(m_editors))
        if (!m_first.contains(editor->column()) && !editor->isHidden())
            place(editor, isLarge ? 1 : editor->field().multiline ? columns : std::min(2, columns), Qt::AlignTop);
    m_grid->setRowStretch(row + 1, 1);
}

void RecordForm::showAsked()
{
    const Row present = row();
    bool changed = false;
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const bool isShown = m_first.isEmpty() || m_showsRest || m_first.contains(editor->column());
        const bool asked = isShown && isAsked(present, editor->field());
        changed = changed || asked == editor->isHidden();
        if (asked == editor->isHidden())
            editor->setVisible(asked);
    }
    if (changed)
        arrange();
}

void RecordForm::load(const Row &row)
{
    m_loaded = row;
    const NotSaid notSaid = NotSaid::fromJson(row.text(u"not_said"_s));
    for (FieldEditor *editor : std::as_const(m_editors)) {
        editor->setValue(row.value(editor->column()));
        const auto reason = notSaid.reasons.constFind(editor->column());
        editor->setNotSaid(reason == notSaid.reasons.constEnd() ? std::nullopt : std::optional(*reason));
        editor->showProblem({});
    }
    m_shown.clear();
    showAsked();
    showRequired();
}

Row RecordForm::row() const
{
    Row row = m_loaded;
    // Reasons for fields that this form does not show stay as they are.
    NotSaid notSaid = NotSaid::fromJson(m_loaded.text(u"not_said"_s));
    for (const FieldEditor *editor : m_editors) {
        row.set(editor->column(), editor->value());
        notSaid.reasons.remove(editor->column());
        // An answer outweighs the note that there was none.
        if (const auto reason = editor->notSaid(); reason && isBlank(editor->value()))
            notSaid.reasons.insert(editor->column(), *reason);
    }
    if (m_type.hasNotSaid())
        row.set(u"not_said"_s, notSaid.toJson());
    return row;
}

FieldEditor *RecordForm::editor(const QString &column) const
{
    for (FieldEditor *editor : m_editors)
        if (editor->column() == column)
            return editor;
    return nullptr;
}

QList<Confirmed> RecordForm::confirmed() const
{
    QList<Confirmed> values;
    for (const FieldEditor *editor : m_editors)
        if (editor->isConfirmed())
            values.append({QString::fromLatin1(m_type.table), editor->column(), editor->value()});
    return values;
}

FieldEditor *RecordForm::undecided() const
{
    for (FieldEditor *editor : m_editors)
        if (editor->isUndecided() && !editor->isHidden())
            return editor;
    return nullptr;
}

std::optional<Violation> RecordForm::violationOf(const FieldEditor *editor) const
{
    const Records &records = m_services.records;
    auto violation = checkField(row(), editor->field(), records.choices(), records.today(), records.clock().now());
    // What it opened with was asked about when it was typed; a save knows best whether it was.
    const bool isSettled = editor->isConfirmed() || editor->value() == m_loaded.value(editor->column());
    return violation && violation->rule == Rule::Unlikely && isSettled ? std::nullopt : violation;
}

void RecordForm::showViolation(FieldEditor *editor, const Violation &violation)
{
    if (violation.rule == Rule::Unlikely)
        editor->askWhetherRight(words::violation(violation));
    else
        editor->showProblem(words::violation(violation));
    m_shown.insert(editor, violation.rule);
}

/// What is said beside a field goes as soon as it is put right; a colleague's words stay to be read.
void RecordForm::noteEdited(FieldEditor *editor)
{
    showAsked();
    showRequired();
    if (const auto shown = m_shown.constFind(editor); shown != m_shown.constEnd() && *shown != Rule::ChangedMeanwhile) {
        const auto violation = violationOf(editor);
        if (!violation || (violation->rule == Rule::Required && *shown != Rule::Required)) {
            editor->showProblem({});
            m_shown.remove(editor);
        }
    }
    Q_EMIT edited();
}

void RecordForm::checkOne(FieldEditor *editor)
{
    // A blank field is only a problem once someone tries to save.
    if (const auto violation = violationOf(editor); violation && violation->rule != Rule::Required)
        showViolation(editor, *violation);
}

Violations RecordForm::showViolations(const Violations &violations)
{
    Violations elsewhere;
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->showProblem({});
    m_shown.clear();
    FieldEditor *first = nullptr;
    for (const Violation &violation : violations) {
        FieldEditor *editor = this->editor(violation.column);
        if (!editor || editor->isHidden()) {
            elsewhere.append(violation);
            continue;
        }
        showViolation(editor, violation);
        if (!first)
            first = editor;
    }
    if (first) {
        first->input()->setFocus(Qt::OtherFocusReason);
        QTimer::singleShot(0, first, [first] { bringIntoView(first); }); // its sentence takes its place first
    }
    return elsewhere;
}

} // namespace keywork
