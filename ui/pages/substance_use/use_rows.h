// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/substance_changes.h"
#include "core/services/services.h"
#include "ui/pages/substance_use/use_row.h"

QT_BEGIN_NAMESPACE
class QCompleter;
class QLineEdit;
class QStandardItemModel;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// The substances in the form of a review, one a line, and what changed since the last one while somebody types. Enter goes
/// down to the same question of the next substance.
class UseRows : public QWidget {
    Q_OBJECT
public:
    /// `before`: the review that the answers are held against.
    UseRows(const std::optional<UseReview> &before, const Services &services, QWidget *parent = nullptr);

    void load(const QList<KeptRow> &parts);
    QList<KeptRow> parts() const;
    /// Substances whose answers were asked and are the same.
    std::set<qint64> confirmed() const;
    /// The unlikely values that whoever typed them confirmed stand in the lines' own forms.
    Violations showViolations(const Violations &violations);
    QJsonObject toDraft() const;
    void fromDraft(const QJsonObject &draft);
    /// The day that the review is about, for what changed.
    void setAsOn(QDate day);
    void focusFirst();
    /// Where cards stand beside each other below the lines: what changed is the first of them.
    QBoxLayout *cards() const { return m_cards; }

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildAdding();
    void look(const QString &typed);
    /// The first of those that fit what was typed.
    void addTyped();
    void add(qint64 substance);
    UseRow *append(const KeptRow &kept);
    void remove(UseRow *row);
    void orderTabs();
    void showChanges();
    const std::optional<UseReview> m_before;
    const Services m_services;
    const QHash<qint64, QString> m_names;
    const ClassOf m_classOf;
    QDate m_asOn;
    QVBoxLayout *m_lines = nullptr;
    QList<UseRow *> m_rows;
    QLineEdit *m_add = nullptr;
    QLabel *m_addMessage = nullptr;
    QStandardItemModel *m_found = nullptr;
    QCompleter *m_list = nullptr;
    bool m_isTyped = false; ///< and nothing of the list was taken yet
    QBoxLayout *m_cards = nullptr;
    Card *m_changes = nullptr;
};

} // namespace keywork
