// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_form.h"

#include "core/record/validation.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

RecordForm::RecordForm(const RecordType &type, const Services &services, const QStringList &hidden, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_services(services)
    , m_loaded(emptyRow(type))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    const int columns = Theme::isLarge() ? 1 : 2;
    grid->setColumnStretch(1, columns - 1);
    int row = 0;
    int column = 0;
    const auto newRow = [&] {
        if (column > 0) {
            ++row;
            column = 0;
        }
    };
    for (const Field &field : type.fields) {
        if (field.kept || field.kind == Kind::Data || field.kind == Kind::Picture || hidden.contains(QLatin1String(field.column)))
            continue;
        if (!services.records.session().may(Act::Read, type.categoryOf(field)))
            continue; // its value stays as it is
        if (field.heading) {
            newRow();
            grid->addWidget(label(words::label(field.heading), "cardTitle"), row++, 0, 1, 2);
        }
        auto *editor = new FieldEditor(field, services);
        const Session &session = services.records.session();
        editor->setEnabled((services.records.mayAdd(type) || services.records.mayChange(type))
            && (!field.category || session.may(Act::Write, *field.category)));
        m_editors.append(editor);
        connect(editor, &FieldEditor::edited, this, &RecordForm::edited);
        connect(editor, &FieldEditor::left, this, [this, editor] { checkOne(editor); });
        const bool isTicks = field.kind == Kind::Text && field.list;
        if (field.multiline || isTicks) {
            newRow();
            grid->addWidget(editor, row++, 0, 1, 2);
            continue;
        }
        grid->addWidget(editor, row, column, Qt::AlignTop);
        if (++column == columns)
            newRow(), column = 0;
    }
    grid->setRowStretch(row + 1, 1);
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

void RecordForm::checkOne(FieldEditor *editor)
{
    const auto violation = checkField(row(), editor->field(), m_services.records.choices(), m_services.records.today());
    // A blank field is only a problem once someone tries to save.
    const bool tooEarly = violation && violation->rule == Rule::Required;
    editor->showProblem(violation && !tooEarly ? words::violation(*violation) : QString());
}

Violations RecordForm::showViolations(const Violations &violations)
{
    Violations elsewhere;
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->showProblem({});
    FieldEditor *first = nullptr;
    for (const Violation &violation : violations) {
        FieldEditor *editor = this->editor(violation.column);
        if (!editor) {
            elsewhere.append(violation);
            continue;
        }
        editor->showProblem(words::violation(violation));
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
