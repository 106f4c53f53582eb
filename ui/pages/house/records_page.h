// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/change_notifier.h"
#include "ui/forms/record_table.h"
#include "ui/pages/page.h"

#include <QLayout>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class RecordEditor;
struct GenericEditing;

/// The list and the form of one kind, from its description alone. `start` fills in what a new record belongs to.
class RecordsPage : public Page {
    Q_OBJECT
public:
    enum class Frame { Whole, Part }; ///< a page of its own, or a part of another page
    RecordsPage(const RecordType &type, const Row &start, const ListRequest &request, const Services &services, const Navigator &navigator,
        Frame frame, QWidget *parent = nullptr);

    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    /// `start`: what a new one begins with besides what it belongs to, by column.
    void openEditor(const std::optional<KeptRow> &known, const QVariantMap &start = {});
    void showRecord(const RecordRef &record) override;
    QVariantMap leftAs() const override { return m_table->leftAs(); }
    void bringBack(const QVariantMap &left) override { m_table->bringBack(left); }
    /// What the button for a new record says, and what the form opens with then.
    void beginNewWith(const QString &button, std::function<GenericEditing()> fresh);
    /// Another form than the one from the description, for a new one and for one on file; `keys` says where they begin in it.
    void editWith(std::function<RecordEditor *(const GenericEditing &)> make, std::function<void(RecordEditor *)> keys);
    /// A form stands in the page as it is, and the page scrolls: for a page that has much above the list.
    void scrollWithPage() { m_scrollsWithPage = true; }
    RecordTable *table() const { return m_table; }
    RecordEditor *editor() const { return m_editor; }

Q_SIGNALS:
    /// A known record's form was opened; `below` takes what belongs to it.
    void opened(const keywork::KeptRow &row, QVBoxLayout *below);
    /// A form takes the place of the list, or leaves it.
    void formShown(bool isShown);
    /// Its form was saved, and is closed unless one more follows.
    void kept(const keywork::KeptRow &row);

private:
    void offerFirst();
    void closeEditor();
    void focusHeading();
    void onSaved();
    void withdraw(const KeptRow &row);
    const RecordType &m_type;
    const Row m_start;
    const ListRequest m_request;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_editorPlace = nullptr;
    RecordTable *m_table = nullptr;
    RecordEditor *m_editor = nullptr;
    QLineEdit *m_withdrawal = nullptr; ///< once it was asked for
    QPushButton *m_new = nullptr;
    bool m_scrollsWithPage = false;
    bool m_offersAnother = true; ///< several of the kind may be entered in a row
    std::function<RecordEditor *(const GenericEditing &)> m_make; ///< none: the form from the description
    std::function<void(RecordEditor *)> m_keys;
    std::function<GenericEditing()> m_fresh; ///< none: the row that the page was made with
    KeptRow m_saved; ///< by the editor, last
};

/// Several kinds side by side, one at a time: the kinds of a place.
class KindsPage : public Page {
    Q_OBJECT
public:
    KindsPage(Place place, const QString &title, Id<Person> person, const Services &services, const Navigator &navigator,
        QWidget *parent = nullptr);
    /// Only the kind that is shown; the others are read again when they are.
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    RecordsPage *current() const;
    /// Puts something at the right end of the title's line.
    void addToTitle(QWidget *widget) { m_titleLine->addWidget(widget); }
    /// Puts something above all of it, which Tab then reaches first.
    void putAbove(QWidget *widget);
    void show(const QString &table);
    void showRecord(const RecordRef &record) override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    RecordsPage *page(const QString &table) const { return m_pages.value(table); }
    /// Made and read when it is first asked for; null for a kind of another place.
    RecordsPage *page(const QString &table);

Q_SIGNALS:
    /// Of the kind that is shown.
    void formShown(bool isShown);
    /// Of one of its pages: a known record's form was opened; `below` takes what belongs to it.
    void opened(const keywork::KeptRow &row, QVBoxLayout *below);
    /// Of one of its pages: its form was saved.
    void kept(const keywork::KeptRow &row);

private:
    void addKind(const RecordType &type, Id<Person> person);
    QHash<QString, std::function<RecordsPage *()>> m_makers;
    QHash<QString, RecordsPage *> m_pages;
    QSet<QString> m_stale;
    QHash<QString, QPushButton *> m_pills;
    QLayout *m_titleLine = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace keywork
