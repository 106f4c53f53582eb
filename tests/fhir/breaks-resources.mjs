// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ways to break the resources that a referral document carries.
import { inResource, reference } from './breaking.mjs';

const without = (type, property) => inResource(type, (it) => {
  if (!(property in it)) return false;
  delete it[property];
  return true;
});
const having = (type, properties) => inResource(type, (it) => { Object.assign(it, properties); });
const urlOf = (bundle, type) => bundle.entry.find(({ resource }) => resource?.resourceType === type)?.fullUrl;
const backwards = { start: '2026-05-02', end: '2026-05-01' };

export const peopleBreaks = {
  'the Patient has an unknown gender': having('Patient', { gender: 'F' }),
  'the Patient is born on 31 June': having('Patient', { birthDate: '1990-06-31' }),
  'the Patient is born in month 13': having('Patient', { birthDate: '1990-13-01' }),
  'the birth date is written with slashes': having('Patient', { birthDate: '17/05/1990' }),
  'the birth date has a time': having('Patient', { birthDate: '1990-05-17T00:00:00Z' }),
  'the Patient is active in words': having('Patient', { active: 'yes' }),
  'the name is not a list': having('Patient', { name: { text: 'One Person' } }),
  'the given name is not a list': having('Patient', { name: [{ given: 'One' }] }),
  'a name has an unknown use': having('Patient', { name: [{ use: 'chosen', text: 'One Person' }] }),
  'a contact has nobody in it': having('Patient', { contact: [{ relationship: [{ text: 'Sister' }] }] }),
  'the general practitioner is a Patient': inResource('Patient', (it, bundle) => {
    it.generalPractitioner = [reference(urlOf(bundle, 'Patient'))];
  }),
  'a telephone has no system': having('Patient', { telecom: [{ value: '020 7946 0000' }] }),
  'a telephone has an unknown system': having('Patient', { telecom: [{ system: 'mobile', value: '020 7946 0000' }] }),
  'the Patient has died in two ways': having('Patient', { deceasedBoolean: false, deceasedDateTime: '2026-01-01' }),
  'an Organization has no name and no identifier': inResource('Organization', (it) => {
    delete it.name;
    delete it.identifier;
  }),
  'an Organization has a home address': having('Organization', { address: [{ use: 'home', text: '1 Quay Street' }] }),
  'an Organization has a home telephone': having('Organization', { telecom: [{ system: 'phone', use: 'home', value: '1' }] }),
  'a Practitioner has an unknown property': having('Practitioner', { role: 'Keyworker' }),
};

export const recordBreaks = {
  'the EpisodeOfCare has no status': without('EpisodeOfCare', 'status'),
  'the EpisodeOfCare has an unknown status': having('EpisodeOfCare', { status: 'open' }),
  'the EpisodeOfCare has no patient': without('EpisodeOfCare', 'patient'),
  'the EpisodeOfCare ends before it starts': having('EpisodeOfCare', { period: backwards }),
  'the Observation has no code': without('Observation', 'code'),
  'the Observation has no status': without('Observation', 'status'),
  'the Observation has an unknown status': having('Observation', { status: 'done' }),
  'the Observation has two values': having('Observation', { valueString: 'a', valueInteger: 1 }),
  'the Observation has a value and a reason for none': having('Observation', { valueString: 'a', dataAbsentReason: { text: 'Not asked' } }),
  'the Observation has a value of an unknown kind': having('Observation', { valueText: 'a' }),
  'the Observation has a range without bounds': having('Observation', { referenceRange: [{ type: { text: 'Usual' } }] }),
  'the Observation has a number as text': having('Observation', { component: [{ code: { text: 'a' }, valueInteger: '3' }] }),
  'the Observation has a unit code without system': having('Observation', { component: [{ code: { text: 'a' }, valueQuantity: { value: 1, code: 'kg' } }] }),
  'the Flag has no code': without('Flag', 'code'),
  'the Flag has no subject': without('Flag', 'subject'),
  'the Flag has an unknown status': having('Flag', { status: 'red' }),
  'the Appointment has no status': without('Appointment', 'status'),
  'the Appointment has an unknown status': having('Appointment', { status: 'late' }),
  'the Appointment has nobody in it': without('Appointment', 'participant'),
  'the Appointment has a start and no end': without('Appointment', 'end'),
  'the Appointment starts at a time without zone': having('Appointment', { start: '2026-05-02T10:00:00' }),
  'the QuestionnaireResponse has no status': without('QuestionnaireResponse', 'status'),
  'the QuestionnaireResponse has an unknown status': having('QuestionnaireResponse', { status: 'done' }),
  'the QuestionnaireResponse names its form by a reference': having('QuestionnaireResponse', { questionnaire: { reference: 'Questionnaire/1' } }),
  'an answer has two values': inResource('QuestionnaireResponse', (it) => {
    it.item[0].item[0].answer = [{ valueString: 'a', valueBoolean: true }];
  }),
  'an answer is a text only': inResource('QuestionnaireResponse', (it) => { it.item[0].item[0].answer = ['a']; }),
  'the MedicationStatement has no medicine': inResource('MedicationStatement', (it) => {
    delete it.medicationCodeableConcept;
    delete it.medicationReference;
  }),
  'the MedicationStatement has an unknown status': having('MedicationStatement', { status: 'taking' }),
  'a dosage is a text only': having('MedicationStatement', { dosage: ['One each morning'] }),
  'a dosage has a period without unit': having('MedicationStatement', { dosage: [{ timing: { repeat: { frequency: 1, period: 1 } } }] }),
};

export const planBreaks = {
  'the CarePlan has no intent': without('CarePlan', 'intent'),
  'the CarePlan has an unknown intent': having('CarePlan', { intent: 'support' }),
  'the CarePlan has no subject': without('CarePlan', 'subject'),
  'an activity has a detail and a reference': inResource('CarePlan', (it, bundle) => {
    const url = urlOf(bundle, 'ServiceRequest');
    if (!url) return false;
    it.activity = [{ reference: reference(url), detail: { status: 'in-progress' } }];
    return true;
  }),
  'an activity has no status': having('CarePlan', { activity: [{ detail: { description: 'Open a bank account' } }] }),
  'an activity has an unknown status': having('CarePlan', { activity: [{ detail: { status: 'doing' } }] }),
  'the Goal has no description': without('Goal', 'description'),
  'the Goal has no life cycle status': without('Goal', 'lifecycleStatus'),
  'the Goal has an unknown life cycle status': having('Goal', { lifecycleStatus: 'reached' }),
  'a target has a detail and no measure': having('Goal', { target: [{ detailString: 'yes' }] }),
  'the Goal leads to a plan as its subject': inResource('Goal', (it, bundle) => {
    const url = urlOf(bundle, 'CarePlan');
    if (!url) return false;
    it.subject = reference(url);
    return true;
  }),
  'the Consent has no policy': inResource('Consent', (it) => {
    delete it.policy;
    delete it.policyRule;
  }),
  'the Consent has no scope': without('Consent', 'scope'),
  'the Consent has no category': without('Consent', 'category'),
  'the Consent has an unknown status': having('Consent', { status: 'given' }),
  'the Consent permits in an unknown way': having('Consent', { provision: { type: 'allow' } }),
  'the Consent names an actor without role': inResource('Consent', (it, bundle) => {
    it.provision = { actor: [{ reference: reference(urlOf(bundle, 'Patient')) }] };
  }),
  'the Consent has two provisions': having('Consent', { provision: [{ type: 'permit' }, { type: 'deny' }] }),
  'the ServiceRequest has no intent': without('ServiceRequest', 'intent'),
  'the ServiceRequest has an unknown intent': having('ServiceRequest', { intent: 'referral' }),
  'the ServiceRequest has no subject': without('ServiceRequest', 'subject'),
  'the ServiceRequest has details and no code': inResource('ServiceRequest', (it) => {
    delete it.code;
    it.orderDetail = [{ text: 'A room of her own' }];
  }),
};
