// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ways to break a good document as a whole: its Bundle, its addresses and
// references, its Composition, its narratives and its JSON.
import { inResource, reference, resourceOf } from './breaking.mjs';

const composition = (change) => inResource('Composition', change);
const narrative = (change) => composition(({ section }) => {
  const text = section?.[0]?.text;
  if (!text?.div) return false;
  text.div = change(text.div);
  return true;
});
const insideDiv = (html) => narrative((div) => div.replace(/<\/div>$/, `${html}</div>`));
const withoutEntry = (type) => (bundle) => {
  if (!resourceOf(bundle, type)) return false;
  bundle.entry = bundle.entry.filter(({ resource }) => resource.resourceType !== type);
  return true;
};
const newUrl = 'urn:uuid:00000000-0000-4000-8000-000000000001';

export const bundleBreaks = {
  'the Bundle is a collection': (bundle) => { bundle.type = 'collection'; },
  'the Bundle has an unknown type': (bundle) => { bundle.type = 'referral'; },
  'the Bundle has no type': (bundle) => { delete bundle.type; },
  'the Bundle has no identifier': (bundle) => { delete bundle.identifier; },
  'the identifier has no system': (bundle) => { delete bundle.identifier.system; },
  'the Bundle has no time stamp': (bundle) => { delete bundle.timestamp; },
  'the time stamp has no zone': (bundle) => { bundle.timestamp = '2026-11-20T10:15:00'; },
  'the time stamp is a day only': (bundle) => { bundle.timestamp = '2026-11-20'; },
  'the Bundle counts its entries': (bundle) => { bundle.total = bundle.entry.length; },
  'the Bundle has no entries': (bundle) => { bundle.entry = []; },
  'an entry has a request': (bundle) => { bundle.entry[1].request = { method: 'GET', url: 'Patient' }; },
  'an entry has no resource': (bundle) => { delete bundle.entry.at(-1).resource; },
  'a resource has an unknown type': (bundle) => { bundle.entry.at(-1).resource.resourceType = 'Referral'; },
  'a resource has no type': (bundle) => { delete bundle.entry.at(-1).resource.resourceType; },
  'the Composition is not first': (bundle) => { bundle.entry.push(bundle.entry.shift()); },
  'there is no Composition': withoutEntry('Composition'),
  'there are two Compositions': (bundle) => { bundle.entry.push({ ...structuredClone(bundle.entry[0]), fullUrl: newUrl }); },
  'there is no Patient': withoutEntry('Patient'),
  'there is a second Patient': (bundle) => {
    bundle.entry.push({ fullUrl: newUrl, resource: { resourceType: 'Patient', name: [{ text: 'Another Person' }] } });
    resourceOf(bundle, 'Composition').section[0].entry = [reference(newUrl)];
  },
};

export const addressBreaks = {
  'two entries have the same address': (bundle) => { bundle.entry.at(-1).fullUrl = bundle.entry.at(-2).fullUrl; },
  'an entry has no address': (bundle) => { delete bundle.entry.at(-1).fullUrl; },
  'an address is not a urn:uuid': (bundle) => { bundle.entry[0].fullUrl = 'https://example.org/Composition/1'; },
  'a reference leads to nothing': composition((it) => { it.author = [reference(newUrl)]; }),
  'a reference is relative': composition((it) => { it.author = [reference('Practitioner/1')]; }),
  'a reference leads to nothing contained': composition((it) => { it.author = [reference('#author')]; }),
  'a reference leads to the wrong kind of resource': composition((it, bundle) => { it.author = [reference(bundle.entry[0].fullUrl)]; }),
  'a resource cannot be reached': (bundle) => {
    bundle.entry.push({ fullUrl: newUrl, resource: { resourceType: 'Organization', name: 'Nobody refers to it' } });
  },
};

export const compositionBreaks = {
  'the Composition has no status': composition((it) => { delete it.status; }),
  'the Composition has a wrong status': composition((it) => { it.status = 'finished'; }),
  'the Composition has no type': composition((it) => { delete it.type; }),
  'the Composition has no date': composition((it) => { delete it.date; }),
  'the Composition is dated 30 February': composition((it) => { it.date = '2026-02-30'; }),
  'the Composition has a date and time without zone': composition((it) => { it.date = '2026-11-20T10:15:00'; }),
  'the Composition has no author': composition((it) => { delete it.author; }),
  'the Composition has no title': composition((it) => { delete it.title; }),
  'the Composition has no subject': composition((it) => { delete it.subject; }),
  'the Composition is about something else': composition((it, bundle) => {
    const other = bundle.entry.find(({ resource }) => !['Patient', 'Composition'].includes(resource.resourceType));
    if (!other) return false;
    it.subject = reference(other.fullUrl);
    return true;
  }),
  'the Composition has an unknown confidentiality': composition((it) => { it.confidentiality = 'secret'; }),
  'the Composition has no confidentiality': composition((it) => { delete it.confidentiality; }),
  'the Composition has no sections': composition((it) => { delete it.section; }),
  'a section has no narrative': composition((it) => { delete it.section[0].text; }),
  'a section has entries and a reason for none': composition((it, bundle) => {
    it.section[0].entry = [reference(bundle.entry[1].fullUrl)];
    it.section[0].emptyReason = { text: 'Nothing known' };
  }),
  'a section has only a title': composition((it) => { it.section = [{ title: 'Needs' }]; }),
  'the subject is a list': composition((it) => { it.subject = [it.subject]; }),
  'the author is not a list': composition((it) => { [it.author] = it.author; }),
};

const observationCategory = 'http://terminology.hl7.org/CodeSystem/observation-category';
const codedAs = (coding) => composition((it) => { it.category = [{ coding: [coding] }]; });

export const codeBreaks = {
  'a code is not in its code system': codedAs({ system: observationCategory, code: 'needs' }),
  'a code system of HL7 does not exist': codedAs({ system: `${observationCategory}-2`, code: 'survey' }),
  'a code system is not an address': codedAs({ system: 'keywork', code: 'survey' }),
  'a LOINC code has a wrong check digit': codedAs({ system: 'http://loinc.org', code: '57133-2' }),
  'an identifier should be an address and is not': (bundle) => { bundle.identifier = { system: 'urn:ietf:rfc:3986', value: '17' }; },
};

export const narrativeBreaks = {
  'a narrative is not well formed': insideDiv('<p>Not closed'),
  'a narrative has an attribute twice': insideDiv('<p class="a" class="b">Twice</p>'),
  'a narrative has an ampersand of its own': insideDiv('<p>Bed & breakfast</p>'),
  'a narrative has an entity of HTML': insideDiv('<p>One&nbsp;two</p>'),
  'a narrative has a script': insideDiv('<script>alert(1)</script>'),
  'a narrative has an event attribute': insideDiv('<p onclick="alert(1)">Press</p>'),
  'a narrative has a link that runs': insideDiv('<p><a href="javascript:alert(1)">Press</a></p>'),
  'a narrative has a form': insideDiv('<form><input/></form>'),
  'a narrative fetches an image': insideDiv('<p><img src="https://example.org/a.png" alt="A"/></p>'),
  'a narrative is not in the XHTML namespace': narrative((div) => div.replace(/ xmlns="[^"]*"/, '')),
  'a narrative is not a div': narrative((div) => div.replace(/^<div/, '<p').replace(/<\/div>$/, '</p>')),
  'a narrative is followed by something': narrative((div) => `${div}<div xmlns="http://www.w3.org/1999/xhtml">More</div>`),
  'a narrative has nothing to read': narrative(() => '<div xmlns="http://www.w3.org/1999/xhtml"> <br/> </div>'),
  'a narrative is empty': narrative(() => ''),
  'a narrative has no status': composition((it) => { delete it.section[0].text.status; }),
  'a narrative has a wrong status': composition((it) => { it.section[0].text.status = 'written'; }),
};

export const jsonBreaks = {
  'there is an unknown property': composition((it) => { it.colour = 'blue'; }),
  'an entry has an unknown property': (bundle) => { bundle.entry[0].colour = 'blue'; },
  'a number stands for a text': composition((it) => { it.title = 7; }),
  'a number stands for an object': composition((it) => { it.type = 57133; }),
  'a text stands for an object': composition((it) => { it.type = 'Referral'; }),
  'a text is empty': composition((it) => { it.title = ''; }),
  'a text has only spaces': composition((it) => { it.title = '   '; }),
  'a text has a control character': composition((it) => { it.title = 'Referral\u0001'; }),
  'a text has half a character': composition((it) => { it.title = 'Referral\ud800'; }),
  'a single value is a list': composition((it) => { it.title = [it.title]; }),
  'a list is empty': composition((it) => { it.attester = []; }),
  'an object is empty': composition((it) => { it.custodian = {}; }),
  'a value is null': composition((it) => { it.custodian = null; }),
  'a list has null in it': composition((it) => { it.author.push(null); }),
  'an id has wrong characters': composition((it) => { it.id = 'a_b/c'; }),
  'an id is longer than 64 characters': composition((it) => { it.id = 'a'.repeat(65); }),
  'a code has spaces around it': composition((it) => { it.status = ' final '; }),
  'an extension has no address': composition((it) => { it.extension = [{ valueString: 'a' }]; }),
  'an extension has a value and extensions': composition((it) => {
    const url = 'https://example.org/extension';
    it.extension = [{ url, valueString: 'a', extension: [{ url, valueString: 'b' }] }];
  }),
  'an extension has nothing': composition((it) => { it.extension = [{ url: 'https://example.org/extension' }]; }),
  'an extension has two values': composition((it) => {
    it.extension = [{ url: 'https://example.org/extension', valueString: 'a', valueBoolean: true }];
  }),
};
