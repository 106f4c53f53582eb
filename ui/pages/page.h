// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/disclosure.h"
#include "core/domain/person.h"
#include "core/services/keeping/file_check.h"
#include "core/services/records/change_notifier.h"
#include "core/services/services.h"
#include "ui/pages/visit.h"
#include "ui/print/document.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// A document on its way to the preview, and what is kept when it leaves as paper or file.
struct Printout {
    print::Document document;
    QString title;
    QString fileName; ///< without .pdf, never a person's name
    std::optional<Disclosure> about = {}; ///< none: nobody's data is in it
    QStringList alsoKnownBy = {}; ///< fingerprints that stand on its pages
    /// Fixes for good what is shown, and gives what leaves from then on; asked when it leaves or is shown to the person it
    /// is about, never by looking. None: it is what it is.
    std::function<Result<Printout>()> issue = {};
    /// Asked in the commit in which it leaves; an error keeps it here: what was agreed may have ended since it was shown.
    std::function<Done(Disclosure &)> mayStill = {};
};

/// Where a page sends the window; every page gets one in its constructor.
struct Navigator {
    std::function<void(Id<Person>)> openResident;
    std::function<void()> newResident;
    std::function<void()> back;
    std::function<void(const Printout &)> preview; ///< opens the preview

    /// A short sentence in the header: "Saved 09:41"; one that something was not done looks different.
    std::function<void(const QString &sentence, bool isGood)> header;
    std::function<void(const QString &)> openPlace; ///< by its id in places()
    /// Closes everything, lets the job write the file anew beside the present one, puts it in place and asks to sign in.
    std::function<void(std::function<Result<NextFile>()> job, const QString &done)> rewrite = {};
    std::function<void()> rescue = {}; ///< closes the file and reads what is left of it into a new one
    /// Locks this file and opens the demonstration hostel; none: there is no demonstration to be had.
    std::function<void()> demonstration = {};
    std::function<void(const Visit &)> visit = {}; ///< a place with whose or which record it shows
    std::function<void(const RecordRef &)> openRecord = {}; ///< where the record stands, or at whose it is
    std::function<void(Id<Person>)> actNow = {}; ///< opens Overdose — act now about them (0: not known yet); none: it can't be opened

    /// Asks for a resident in Ctrl+K and opens the form of a new record of the kind for them; none: there is no Ctrl+K.
    std::function<void(const QString &kind)> addForSomebody = {};

    void say(const QString &sentence) const { header(sentence, true); }
    void refuse(const QString &sentence) const { header(sentence, false); }
    void refuse(const Error &error) const;
    /// Says how something ended: a Done, or a Result whose value nobody needs.
    template <class R> void answer(const R &ended, const QString &good) const
    {
        if (ended)
            say(good);
        else
            refuse(ended.error());
    }
};

/// A page with a title line and a body; reloads when something was saved.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    virtual void reload() = 0;
    /// Opens a record that belongs on this page, or the form of a new one; nothing when it can't be.
    virtual void showRecord(const RecordRef &record) { Q_UNUSED(record) }
    /// Opens the form whose draft has this part in its place; a page whose forms have none shows the record.
    virtual void showForm(const RecordRef &record, const QString &part)
    {
        Q_UNUSED(part)
        showRecord(record);
    }
    /// Which tab is open, on a page that has some.
    virtual QString tabName() const { return {}; }
    /// Filter, order and row of its lists, as somebody leaves them; and the page as they left it.
    virtual QVariantMap leftAs() const { return {}; }
    virtual void bringBack(const QVariantMap &left) { Q_UNUSED(left) }
    /// Whether a reload would show something else after these; unsure is yes.
    virtual bool concerns(const QList<Change> &) const { return true; }

protected:
    const Services m_services;
    const Navigator m_navigator;
};

} // namespace keywork
