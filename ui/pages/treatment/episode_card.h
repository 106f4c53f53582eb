// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/treatment.h"
#include "core/services/services.h"
#include "ui/widgets/parts.h"

namespace keywork {

struct TreatmentPicture;

/// The treatment that a resident is in: the service with its keyworker, the kinds within it, reviews and panels to come, and
/// who may be told. Stands by itself; hidden where whoever is signed in may not read about treatment.
class EpisodeCard : public Card {
    Q_OBJECT
public:
    EpisodeCard(Id<Person> person, const Services &services, QWidget *parent = nullptr);
    /// Reads anew.
    void reload();

Q_SIGNALS:
    /// Somebody wants to see a record of this kind, or begin one (record 0).
    void recordWanted(const QString &kind, qint64 record);

private:
    void addButtons();
    void addParts(const TreatmentPicture &picture);
    void addWhatIsAhead(const TreatmentPicture &picture);
    void say(const QString &sentence, const char *look, const QString &name);
    const Id<Person> m_person;
    const Services m_services;
    qint64 m_shown = 0; ///< the episode; 0: none
    QLabel *m_title = nullptr;
    QLabel *m_soft = nullptr;
    QPushButton *m_open = nullptr;
    QVBoxLayout *m_lines = nullptr;
};

} // namespace keywork
