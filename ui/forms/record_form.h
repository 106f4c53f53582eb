// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/record/validation.h"
#include "ui/forms/field_editor.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace keywork {

/// The form of a kind of record, made from its description: two columns, long texts across both; a field that is asked
/// after a certain answer comes and goes with it.
class RecordForm : public QWidget {
    Q_OBJECT
public:
    /// `hidden` columns get no editor; their values stay as loaded.
    RecordForm(const RecordType &type, const Services &services, const QStringList &hidden = {}, QWidget *parent = nullptr);

    void load(const Row &row);
    Row row() const;
    /// Sentences beside their fields; the first one gets the focus. Gives those that belong to no field here.
    Violations showViolations(const Violations &violations);
    FieldEditor *editor(const QString &column) const;
    /// The unlikely values that whoever typed them confirmed.
    QList<Confirmed> confirmed() const;
    /// The first field whose answer waits for a word: what it says now is not clear. Null when there is none.
    FieldEditor *undecided() const;
    const RecordType &type() const { return m_type; }
    /// One field under the other, as questions are asked.
    void setOneColumn();
    /// As a line: the fields of `first` stand side by side, in that order, and the others below, but only while they are shown.
    void setLine(const QStringList &first);
    void showRest(bool isShown);
    bool showsRest() const { return m_showsRest; }
    /// In their order, with those that are not asked now.
    const QList<FieldEditor *> &editors() const { return m_editors; }
    /// Of a kept record whoever is signed in may not change: only what may be said of it afterwards is open.
    void openOnlyWhatIsSaidAfterwards();
    /// The first field that can be typed in gets the focus.
    void focusFirst();
    /// The first field that says something else than `before` gets the focus and is scrolled to; false when there is none.
    bool focusTyped(const Row &before);
    /// Whether a field that is shown says something else than `start`.
    bool holdsMoreThan(const Row &start) const;
    /// It may be left as it begins: what has to be answered is marked so only once something of it was.
    void mayBeLeft(const Row &start);
    /// What the fields belong to, for whoever hears them: one of several forms beside each other.
    void setContext(const QString &context);
    /// A line wraps, so it may be narrower than all of its fields beside each other.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    bool event(QEvent *event) override;

private:
    void addEditor(const Field &field);
    static bool differs(const FieldEditor *editor, const Row &before);
    void noteEdited(FieldEditor *editor);
    void checkOne(FieldEditor *editor);
    std::optional<Violation> violationOf(const FieldEditor *editor) const;
    void showViolation(FieldEditor *editor, const Violation &violation);
    void showRequired();
    /// Shows the editors of what is asked, and places them.
    void showAsked();
    void arrange();
    void arrangeLine();
    /// How wide the first fields of a line are at least, in so many columns.
    int lineWidth(int columns) const;
    /// As many as fit in the present width.
    int fittingColumns() const;
    /// A field and the title of the group that it starts.
    struct Line {
        FieldEditor *editor;
        QLabel *heading;
    };
    const RecordType &m_type;
    const Services &m_services;
    QGridLayout *m_grid;
    QList<FieldEditor *> m_editors;
    QList<Line> m_lines;
    QHash<FieldEditor *, Rule> m_shown; ///< what is said beside a field now
    Row m_loaded;
    std::optional<Row> m_mayBeLeftAs; ///< none: it is asked in any case
    bool m_oneColumn = false;
    QStringList m_first; ///< of a line
    int m_lineColumns = 0; ///< that it stands in now
    bool m_showsRest = true;
};

} // namespace keywork
