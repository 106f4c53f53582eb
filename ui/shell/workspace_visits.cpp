// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/services/records/merging.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/shell/navigation_bar.h"
#include "ui/shell/places.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"
#include "ui/widgets/unfinished_word.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace keywork {

QWidget *Workspace::currentPage() const
{
    auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    return scroll ? scroll->widget() : m_pages->currentWidget();
}

void Workspace::setPage(QWidget *page)
{
    while (QWidget *old = m_pages->currentWidget()) {
        m_pages->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    // A page chooses its first field before it is shown; the focus can only go there afterwards.
    QWidget *wanted = page->focusWidget();
    // What does not fit is scrolled to: large text, long words. Never cut off, and never a window wider than the screen.
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
    m_wanted = wanted ? wanted : firstOf(page);
    focusPage();
}

void Workspace::focusPage()
{
    if (m_wanted)
        m_wanted->setFocus(Qt::OtherFocusReason);
}

void Workspace::openRecord(const QString &table, qint64 record, Id<Person> about)
{
    const RecordType *type = kindOf(table);
    const auto kept = type ? m_services.records.one(*type, record) : Result<KeptRow>(Error{ErrorKind::NotFound, table, {}});
    const auto where = kept ? visitTo(*kept) : std::nullopt;
    if (where && placeNamed(where->place)->mayOpen(m_services))
        visit(*where);
    else if (about)
        openResident(about);
    else if (!kept)
        m_navigator.refuse(kept.error());
}

PlaceContext Workspace::context(const Visit &visit) const { return {m_hostel, m_services, m_navigator, visit}; }

void Workspace::show(const Visit &visit)
{
    announce(this, Went::Elsewhere);
    m_here = visit;
    m_here->record.start.clear(); // somebody's words: neither Back nor the bookmark, which outlives the lock, has them
    const PlaceInfo *place = placeNamed(visit.place);
    m_navigation->showPlace(*place);
    // The new page may open the same form, and reads its draft.
    finishWord();
    if (QWidget *old = currentPage())
        for (RecordEditor *editor : old->findChildren<RecordEditor *>())
            editor->keepDraftNow();
    m_changes.clear(); // a page that is made now has read them, and would be read a second time
    m_reloadTimer.stop();
    QWidget *made = place->make(context(*m_here));
    if (auto *page = qobject_cast<Page *>(made); page && visit.record.isSet())
        visit.part.isEmpty() ? page->showRecord(visit.record) : page->showForm(visit.record, visit.part);
    setPage(made);
    if (auto *page = qobject_cast<Page *>(made); page && !visit.leftAs.isEmpty())
        page->bringBack(visit.leftAs);
    Q_EMIT visited();
}

void Workspace::preview(const Printout &printout)
{
    if (m_here)
        m_past.append(here());
    m_here.reset();
    setPage(new PreviewPage(printout, m_services, m_navigator));
}

Visit Workspace::here() const
{
    if (!m_here)
        return m_past.isEmpty() ? Visit() : m_past.last();
    Visit visit = *m_here;
    const auto *page = qobject_cast<Page *>(currentPage());
    if (const QString tab = page ? page->tabName() : QString(); tab != visit.tab) {
        visit.tab = tab;
        visit.record = {}; // left behind on the tab before
    }
    visit.leftAs = page ? page->leftAs() : QVariantMap();
    if (const RecordEditor *form = openForm()) { // Back leads into it again
        visit.record = {form->place().kind, form->place().record};
        visit.part = form->place().part;
    }
    return visit;
}

Bookmark Workspace::bookmark() const
{
    Visit visit = here();
    visit.leftAs.clear(); // a filter may be somebody's name, and this outlives the lock
    return {m_services.records.session().staff().value, visit};
}

void Workspace::open(const Bookmark &bookmark)
{
    if (!bookmark.visit.place.isEmpty())
        visit(bookmark.visit);
}

void Workspace::visit(const Visit &visit)
{
    const PlaceInfo *place = placeNamed(visit.place);
    if (!place || !place->mayOpen(m_services)) {
        m_navigator.refuse(Error{ErrorKind::NotPermitted, visit.place, {}});
        return;
    }
    if (m_here && *m_here != visit)
        m_past.append(here());
    m_future.clear();
    show(visit);
}

void Workspace::openPlace(const QString &id) { visit({.place = id}); }
void Workspace::openResident(Id<Person> person) { visit(residentVisit(standingFor(person).value)); }

Id<Person> Workspace::standingFor(Id<Person> person) const
{
    const auto stands = m_services.merging.standsIn(person); // an old link may lead to what was made one with another record
    return stands ? *stands : person;
}
void Workspace::openNewResident() { openPlace(u"new"_s); }

void Workspace::back()
{
    if (m_past.isEmpty())
        return;
    if (m_here)
        m_future.append(here());
    show(m_past.takeLast());
}

void Workspace::forward()
{
    if (m_future.isEmpty())
        return;
    if (m_here)
        m_past.append(here());
    show(m_future.takeLast());
}

double Workspace::scrolled() const
{
    const auto *scroll = qobject_cast<const QScrollArea *>(m_pages->currentWidget());
    const QScrollBar *bar = scroll ? scroll->verticalScrollBar() : nullptr;
    return bar && bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0;
}

void Workspace::scrollTo(double part)
{
    auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    if (!scroll)
        return;
    QTimer::singleShot(0, scroll, [scroll, part] { // once the page has its height
        QScrollBar *bar = scroll->verticalScrollBar();
        bar->setValue(qRound(part * bar->maximum()));
    });
}

} // namespace keywork
