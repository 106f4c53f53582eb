// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/merging.h"
#include "ui/pages/page.h"

namespace keywork {

class Card;
class MergePart;
class ReferenceSearch;

/// For managers: who may have been taken in twice, making two records one, and parting them again.
class DoublesPage : public Page {
    Q_OBJECT
public:
    DoublesPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void showLikely();
    void showMerged();
    void addLikely(const LikelyDouble &two);
    void addMerged(const Kept<MergedPerson> &merged);
    void ask(
        QLayout *under, const QString &title, const QString &press, const QString &what, const std::function<Done(const QString &)> &act);
    void compareChosen();
    /// Somebody on file, found by name, number or room.
    ReferenceSearch *personSearch(const QString &name, const QString &title, QLayout *line);
    void compare(Id<Person> stays, Id<Person> goes);
    QString whatStays(const Kept<MergedPerson> &merged) const;
    Card *m_likely = nullptr;
    Card *m_compared = nullptr;
    Card *m_merged = nullptr;
    MergePart *m_part = nullptr;
    ReferenceSearch *m_stays = nullptr;
    ReferenceSearch *m_goes = nullptr;
};

} // namespace keywork
