// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/list_with_form.h"
#include "ui/pages/treatment/custody_forms.h"

#include <QSet>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// A resident's tab of the medicine that is held for them: a card a medicine with what is still to be done, its register, and
/// the forms that write into it.
class CustodyPage : public ListWithForm {
    Q_OBJECT
public:
    CustodyPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    RecordEditor *editor() const { return openedEditor(); }

private:
    void buildList();
    void addPage(const HeldPage &page);
    void addButtons(Card *card, const HeldPage &page);
    void addMore(QLayout *line, const HeldPage &page);
    void addLines(Card *card, const HeldPage &page);
    void addLine(Card *card, const HeldPage &page, const CustodyLine &line);
    void addRisk(Card *card, const HeldPage &page);
    void openNew();
    /// Opens the form; where it is not said at which medicine and there are several, leads to their buttons.
    void open(const CustodyWish &wish);
    void openMedicine(Id<HeldMedicine> medicine);
    void show(RecordEditor *editor, Id<HeldMedicine> held, const QString &said);
    Id<HeldMedicine> latest() const;
    void print(const HeldPage &page);
    QPushButton *m_fresh = nullptr;
    QVBoxLayout *m_pages = nullptr;
    QSet<qint64> m_showsAll; ///< medicines whose whole register is shown
};

} // namespace keywork
